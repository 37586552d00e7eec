using Search.Engine.Searching;
using Search.Queries.Parsing;
using Search.Text.Offsets;
using Sentences = Search.Queries.Explaining.QueryReading;

namespace Search.Passages.Search;

/// <summary>Says how a query was read, in the shape of the answer.</summary>
internal static class QueryReadings
{
    /// <summary>The reading of a query that was run.</summary>
    public static QueryReading Make(PassageQuery query, SearchResults results)
    {
        string input = query.Parsed.Input;
        var repaired = new List<ReadingRepair>();
        foreach (QueryRepair repair in query.Repairs)
        {
            int position = CodePointOffsets.FromUtf16(input, Math.Min(repair.Position, input.Length));
            repaired.Add(new ReadingRepair(repair.Code, position, repair.Message));
        }

        foreach (SearchLimit limit in results.Limits)
        {
            repaired.Add(Cut(limit));
        }

        return new QueryReading(
            input,
            Sentences.Describe(query.Parsed.Query, query.Options),
            repaired,
            [.. results.Expansions.Select(expansion => new QueryExpansion(
                expansion.Clause, expansion.Terms, expansion.TermCount, expansion.IsTruncated))]);
    }

    private static ReadingRepair Cut(SearchLimit limit) => limit switch
    {
        SearchLimit.Clauses => new(
            "limit-clauses", 0, "The query has more clauses than are searched; the last were left out."),
        SearchLimit.Expansions => new(
            "limit-expansions", 0, "A pattern came to more words than are searched; hits may be missing."),
        SearchLimit.Time => new("limit-time", 0, "The time was up: hits and counts are those found until then."),
        _ => new("limit-pattern", 0, "A pattern is too long or too complex, or cannot be read, and matches nothing."),
    };
}
