using Search.Queries.Trees;

namespace Search.Passages.Synonyms;

/// <summary>A query with its synonyms.</summary>
/// <param name="Asked">The tree that the index is asked.</param>
/// <param name="Written">The tree that is shown: fields and values as they were written.</param>
/// <param name="Found">What its words also find, in the order of the query.</param>
internal sealed record ExpandedQuery(Query Asked, Query Written, IReadOnlyList<SynonymFinding> Found)
{
    /// <summary>A query of one generation, with synonyms or without.</summary>
    /// <param name="asked">The tree that the index is asked.</param>
    /// <param name="written">The tree that is shown.</param>
    /// <param name="isOr">Whether a blank stands for OR.</param>
    /// <param name="words">What else says a word; null to leave the query as it is.</param>
    public static ExpandedQuery Of(Query asked, Query written, bool isOr, SynonymWords? words)
    {
        if (words is null)
        {
            return new ExpandedQuery(asked, written, []);
        }

        var shown = new SynonymExpander(words, isOr);
        Query tree = shown.Expand(written);
        return shown.Found.Count == 0
            ? new ExpandedQuery(asked, written, [])
            : new ExpandedQuery(new SynonymExpander(words, isOr).Expand(asked), tree, shown.Found);
    }
}
