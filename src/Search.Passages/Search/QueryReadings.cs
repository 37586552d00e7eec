using Search.Engine.Searching;
using Search.Passages.Json;
using Search.Passages.Synonyms;
using Search.Queries.Parsing;
using Search.Text.Offsets;
using Sentences = Search.Queries.Explaining.QueryReading;

namespace Search.Passages.Search;

/// <summary>Says how a query was read, in the shape of the answer.</summary>
internal static class QueryReadings
{
    /// <summary>The reading of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="expanded">Its tree with synonyms, and what they are.</param>
    /// <param name="patterns">What its patterns came to.</param>
    /// <param name="limits">Limits that were met.</param>
    public static QueryReading Make(
        PassageQuery query,
        ExpandedQuery expanded,
        IReadOnlyList<Expansion> patterns,
        IReadOnlyList<SearchLimit> limits)
    {
        string input = query.Parsed.Input;
        var repaired = new List<ReadingRepair>();
        foreach (QueryRepair repair in query.Repairs)
        {
            int position = CodePointOffsets.FromUtf16(input, Math.Min(repair.Position, input.Length));
            repaired.Add(new ReadingRepair(repair.Code, position, repair.Message));
        }

        ReadingRepair[] cuts = [.. limits.Select(Cut)];
        return new QueryReading(
            input,
            Sentences.Describe(expanded.Written, query.Options),
            [.. repaired, .. cuts],
            [.. expanded.Found.Select(Also), .. patterns.Select(Pattern)])
        {
            Tree = QueryTreeJson.Of(expanded.Written, query.Options),
            Limits = [.. cuts.Select(cut => cut.Code)],
        };
    }

    private static QueryExpansion Also(SynonymFinding finding) =>
        new(finding.Clause, finding.Terms, finding.Terms.Count, IsTruncated: false) { Kind = finding.Kind };

    private static QueryExpansion Pattern(Expansion expansion) =>
        new(expansion.Clause, expansion.Terms, expansion.TermCount, expansion.IsTruncated);

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
