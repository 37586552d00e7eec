using System.Text.Json;

namespace Search.Passages.Search;

/// <summary>The answer to a <see cref="PassageRequest"/>, all of it from one generation.</summary>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Query">How the query was read.</param>
/// <param name="Total">Passages that match, exactly.</param>
/// <param name="Hits">The hits of this page, in order.</param>
/// <param name="Facets">
/// Values and their counts by facet, largest first, ties by value; each leaves out its own filter.
/// </param>
/// <param name="Next">Cursor of the next page; null behind the last.</param>
public sealed record PassageResponse(
    long Generation,
    QueryReading Query,
    long Total,
    IReadOnlyList<PassageHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    string? Next);

/// <summary>How a query was read.</summary>
/// <param name="Input">As it came.</param>
/// <param name="ReadAs">One plain sentence.</param>
/// <param name="Repaired">What was mended; empty for a well-formed query.</param>
/// <param name="Expansions">What wildcards and the like became, and what else bare words find.</param>
public sealed record QueryReading(
    string Input, string ReadAs, IReadOnlyList<ReadingRepair> Repaired, IReadOnlyList<QueryExpansion> Expansions)
{
    /// <summary>The tree that was read, an object a node with its <c>type</c>.</summary>
    public JsonElement? Tree { get; init; }

    /// <summary>
    /// Codes of the limits that cut the answer short, each of them explained in <see cref="Repaired"/>; empty for a
    /// full answer.
    /// </summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>
    /// The query as it was most likely meant, where it found nothing or holds a word that the index lacks, and where
    /// that one has hits; null otherwise, and where nothing was searched for.
    /// </summary>
    public string? DidYouMean { get; init; }
}

/// <summary>Something of a query that was mended.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Position">Offset in code points of the input.</param>
/// <param name="Message">One sentence.</param>
public sealed record ReadingRepair(string Code, int Position, string Message);

/// <summary>The words that a clause came to.</summary>
/// <param name="Clause">The clause as written.</param>
/// <param name="Terms">Words of the index, most frequent first, cut to a showable number.</param>
/// <param name="TermCount">How many there were.</param>
/// <param name="IsTruncated">Whether the search itself left some out.</param>
public sealed record QueryExpansion(string Clause, IReadOnlyList<string> Terms, int TermCount, bool IsTruncated)
{
    /// <summary>
    /// What the words are: <c>pattern</c> for what a wildcard and the like came to, <c>spelling</c> and <c>synonym</c>
    /// for what a word also finds.
    /// </summary>
    public string Kind { get; init; } = "pattern";
}

/// <summary>A value of a facet.</summary>
public sealed record FacetCount(string Value, long Count);
