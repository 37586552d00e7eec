using System.Globalization;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Lucene;

/// <summary>
/// The engine beside Apache Lucene 8 on the same words: the same hits, and scores within one millionth. The number of
/// queries is set by <c>SEARCH_LUCENE_QUERIES</c>.
/// </summary>
internal sealed class LuceneParityTests
{
    private const int PassageCount = 400;

    private static readonly IndexSchema Schema = new(
        [new("text", FieldKind.Text, HasStems: false), new("number", FieldKind.Interval)],
        "text",
        _ => WhitespaceAnalyzer.Instance);

    [Test]
    public void Random_queries_find_and_score_as_in_Lucene()
    {
        int seed = Seeds.Next();
        string? setting = Environment.GetEnvironmentVariable("SEARCH_LUCENE_QUERIES");
        int count = int.TryParse(setting, out int asked) ? asked : 1_500;
        TestContext.Out.WriteLine($"seed {seed}, {count} queries");
        var random = new RandomPassages(seed);
        (int Number, string Text)[] passages = random.Passages(PassageCount);
        Query[] queries = [.. Enumerable.Range(0, count).Select(_ => random.Query())];
        string[] written = [.. queries.Select(LuceneQueries.Write)];
        string[] answers = LuceneProcess.Ask(passages.Select(passage => $"{passage.Number}\t{passage.Text}"), written);
        Assert.That(answers, Has.Length.EqualTo(count));

        using var storage = new MemoryStorage();
        using IndexSnapshot snapshot = Index(storage, passages);
        var searcher = new IndexSearcher(snapshot, new SearchLimits { MaxFuzzyExpansions = 50 });
        string[] words = [.. passages.SelectMany(passage => passage.Text.Split(' ')).Distinct()];
        int refused = 0;
        List<string> differences = [];
        for (int i = 0; i < count; i++)
        {
            if (answers[i].StartsWith("refused", StringComparison.Ordinal))
            {
                refused++;
                continue;
            }

            bool isScored = !LuceneQueries.MergesBlendedTerms(queries[i], words);
            string? difference = Difference(searcher, queries[i], answers[i], isScored);
            if (difference is not null)
            {
                differences.Add($"{written[i]}: {difference}");
            }
        }

        string report = string.Join('\n', differences.OrderBy(difference => difference.Length).Take(12));
        Assert.That(differences, Is.Empty, $"seed {seed}: {differences.Count} of {count} differ\n{report}");
        Assert.That(refused, Is.LessThan(count / 50), answers.FirstOrDefault(answer => answer.StartsWith('r')));
    }

    private static IndexSnapshot Index(MemoryStorage storage, (int Number, string Text)[] passages)
    {
        using var writer = IndexWriter.Open(storage, Schema);
        foreach ((int number, string text) in passages)
        {
            writer.Add(new IndexDocument().Add("text", text).Add("number", number, number));
        }

        writer.Commit();
        return IndexSnapshot.TryOpen(storage, Schema)!;
    }

    private static string? Difference(IndexSearcher searcher, Query query, string answer, bool isScored)
    {
        (int DocId, float Score)[] theirs = [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        SearchResults results = searcher.Search(new SearchRequest { Query = query, Limit = PassageCount });
        if (results.Total != theirs.Length)
        {
            return $"{results.Total} hits, Lucene {theirs.Length}";
        }

        Dictionary<int, float> scores = results.Hits.ToDictionary(hit => hit.Address.DocId, hit => hit.Score);
        for (int i = 0; i < theirs.Length; i++)
        {
            (int docId, float score) = theirs[i];
            if (!scores.TryGetValue(docId, out float ours))
            {
                return $"document {docId} is no hit";
            }

            // With scores this close, orders can differ among scores this close alone.
            if (isScored && Math.Abs(ours - score) > 1e-6 * Math.Max(score, 1e-3))
            {
                return $"document {docId} scores {ours}, Lucene {score}";
            }
        }

        return null;
    }

    private static (int DocId, float Score) Read(string hit)
    {
        string[] parts = hit.Split(':');
        return (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            BitConverter.Int32BitsToSingle(int.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
