using NUnit.Framework;
using Search.Engine.Matching.Windows;
using Search.Engine.Scoring;

namespace Search.Engine.Tests.Matching.Windows;

/// <summary>Scores from tables are the scores that the formula gives, whatever the frequencies.</summary>
[TestFixture]
internal sealed class PostingScoresTests
{
    [Test]
    public void Tables_give_what_the_formula_gives()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            var score = new Bm25Score(1 + random.NextSingle(), new FieldSum(1, Bm25.InverseNorms(20)));
            var table = new ScoreTable(score);
            int most = new[] { 1, 2, 6, 63, 64, 5000 }[round % 6];
            int start = random.Next(100) * WindowSource.Size;
            int[] docs = [.. Enumerable.Range(start, WindowSource.Size).Where(_ => random.Next(40) == 0).Take(128)];
            int[] frequencies = [.. docs.Select(_ => random.Next(1, most + 1))];
            var norms = new byte[start + WindowSource.Size];
            random.NextBytes(norms);
            float[] expected = [.. docs.Select((doc, i) => score.Score(frequencies[i], norms[doc]))];

            var scores = new float[docs.Length];
            PostingScores.Compute(docs, frequencies, (uint)most, norms, table, scores);
            Assert.That(scores.Select(ScoreTable.Outside), Is.EqualTo(expected), $"frequencies up to {most}");

            var window = new float[WindowSource.Size];
            PostingScores.Add(docs, frequencies, (uint)most, norms, table, window);
            PostingScores.Add(docs, frequencies, (uint)most, norms, table, window);
            Assert.That(
                docs.Select(doc => ScoreTable.Outside(window[doc - start])),
                Is.EqualTo(expected.Select(one => one + one)));
            Assert.That(window.Count(sum => sum != 0), Is.EqualTo(docs.Length));
        }
    }
}
