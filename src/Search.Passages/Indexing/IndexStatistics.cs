using Search.Passages.Search;

namespace Search.Passages.Indexing;

/// <summary>Sums over a generation.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Units">Units of all kinds.</param>
/// <param name="Paragraphs">Paragraphs, items and footnotes.</param>
/// <param name="Failures">Files that could not be read.</param>
/// <param name="Bytes">Bytes of the index folder.</param>
/// <param name="Counts">Paragraphs, items and footnotes by value of each field; of <c>kind</c>, all units.</param>
public sealed record IndexStatistics(
    long Generation,
    int Documents,
    long Units,
    long Paragraphs,
    int Failures,
    long Bytes,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counts);
