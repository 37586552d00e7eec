using Search.Passages.Generations;
using Search.Passages.Schemas;
using Search.Passages.Search;

namespace Search.Passages.Indexing;

/// <summary>Counts what a generation holds, by the counter that searches use.</summary>
internal static class StatisticsReader
{
    /// <summary>The sums of a generation.</summary>
    public static IndexStatistics Read(Generation generation, string folder)
    {
        var request = new PassageRequest
        {
            Limit = 1,
            Facets = [.. PassageFields.Filterable.Where(name => name != PassageFields.Document)],
        };
        var search = new PassageSearch(request, new PassageIndexOptions { Corpus = "", Index = folder });
        PassageResponse response = search.Run(generation, CancellationToken.None);
        IndexStatus status = StatusReader.Read(generation);
        long bytes = new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);
        return new IndexStatistics(
            generation.Number,
            status.Documents,
            status.Units,
            response.Total,
            status.Failures.Count,
            bytes,
            response.Facets);
    }
}
