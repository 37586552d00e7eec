namespace Search.Bench.Inputs;

/// <summary>The queries of a run.</summary>
internal static class QuerySet
{
    private const string Wildcards = "wildcard.tsv";
    private const string CommonPhrases = "phrase_common.tsv";

    /// <summary>
    /// Reads a file of queries and adds the bench's own for classes that the bars name and the file lacks: wildcards,
    /// and phrases of the commonest words where those are indexed.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="keepsStopWords">Whether stop words are indexed.</param>
    public static IReadOnlyList<ClassQuery> Read(string path, bool keepsStopWords)
    {
        List<ClassQuery> queries = [.. ClassQuery.ReadFile(path)];
        var given = new HashSet<string>(queries.Select(query => query.Class), StringComparer.Ordinal);
        foreach (string file in keepsStopWords ? new[] { Wildcards, CommonPhrases } : [Wildcards])
        {
            string own = Path.Combine(AppContext.BaseDirectory, "queries", file);
            queries.AddRange(ClassQuery.ReadFile(own).Where(query => !given.Contains(query.Class)));
        }

        return queries;
    }
}
