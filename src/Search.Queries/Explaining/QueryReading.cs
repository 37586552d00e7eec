using Search.Queries.Parsing;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Queries.Explaining;

/// <summary>Says in words what a query asks.</summary>
public static class QueryReading
{
    /// <summary>
    /// One plain English sentence: <c>Paragraphs with *technical assistance* as a phrase, and any of *police*, *judges*
    /// or *courts*.</c> Words of the query stand between asterisks; <c>…</c> in them is any letters, <c>___</c> any
    /// word.
    /// </summary>
    /// <param name="query">The tree.</param>
    /// <param name="options">Tells which fields hold whole values; without them, none do.</param>
    /// <exception cref="ArgumentNullException">The tree is null.</exception>
    public static string Describe(Query query, QueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new QueryOptions();
        var groups = new GroupReading(new LeafReading(options));
        query = new NormalForm(options).Of(query);
        return query switch
        {
            MatchAllQuery => "All paragraphs.",
            MatchNoneQuery => "No paragraphs.",
            BooleanQuery b when GroupReading.IsNegative(b) => $"Paragraphs without {groups.Excluded(b)}.",
            BooleanQuery b => $"Paragraphs with {groups.Of(b, isLast: true)}.",
            _ => $"Paragraphs with {groups.Of(query)}.",
        };
    }
}
