using NUnit.Framework;
using Search.Engine.Searching;
using Search.Engine.Tests.Oracle;

namespace Search.Engine.Tests.Searching;

internal sealed class DocumentMatcherSetTests
{
    [Test]
    public void A_set_finds_what_its_queries_find_one_by_one()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new RandomCorpus(seed);
        DocumentMatcher[] matchers =
            [.. Enumerable.Range(0, 300).Select(_ => new DocumentMatcher(random.Query(), RandomCorpus.Schema))];
        var set = new DocumentMatcherSet(matchers);
        var analyzed = new AnalyzedDocument(RandomCorpus.Schema);
        foreach (OracleDocument document in random.Documents(60, withDeletes: false))
        {
            analyzed.Reset(document.ToIndexDocument());
            List<int> together = [];
            set.FindMatches(analyzed, together);
            int[] alone = [.. Enumerable.Range(0, matchers.Length).Where(i => matchers[i].Matches(analyzed))];
            Assert.That(together, Is.EqualTo(alone), $"seed {seed}, '{string.Join(' ', document.Text)}'");
        }
    }

    [Test]
    public void Queries_that_need_a_word_are_not_run_without_it()
    {
        string[] queries =
        [
            "assistance", "\"technical assistance\"", "terror*", "capacity NEAR/5 (build* OR training)",
            "cyber-crime", "human AND (rights OR dignity) NOT robots", "tehcnical~1 AND assistance",
        ];
        var set = new DocumentMatcherSet(
            [.. queries.Select(query => new DocumentMatcher(SmallIndex.Parse(query), SmallIndex.Schema))]);

        Assert.That(set.AlwaysRunCount, Is.Zero);
    }
}
