using Search.Corpus.Documents;

namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>Measures the splitting of real documents against right splits made by hand.</summary>
public static class SplitEvaluation
{
    /// <summary>Reads and scores the document of every <c>*.json</c> in a folder, ordinally by name.</summary>
    /// <param name="splits">Folder of right splits.</param>
    /// <param name="corpus">Folder that their <c>file</c> is relative to.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A score each; one of nothing found where the document cannot be read.</returns>
    public static async Task<IReadOnlyList<SplitScore>> RunAsync(
        string splits,
        string corpus,
        CorpusOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        List<SplitScore> scores = [];
        foreach (string path in Directory.GetFiles(splits, "*.json").Order(StringComparer.Ordinal))
        {
            SplitGold gold = SplitGold.Read(path);
            ReadResult read = await DocumentReader
                .ReadFileAsync(Path.Combine(corpus, gold.File), options, cancellationToken).ConfigureAwait(false);
            scores.Add(SplitScorer.Score(gold, [.. (read.Document?.Paragraphs ?? []).Select(unit => unit.Text)]));
        }

        return scores;
    }
}
