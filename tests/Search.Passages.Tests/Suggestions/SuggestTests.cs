using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using Search.Passages.Suggestions;

namespace Search.Passages.Tests.Suggestions;

/// <summary>Completions of queries that are being written.</summary>
public sealed class SuggestTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Small();
        _corpus.Write("c/council.md", TestCorpus.Document("C", "2020", "I", "report", """
            The Council of Europe adopted a convention, and the rule of law is its basis.

            Members of the Council of Europe met; the rule of law was spoken of again.
            """));
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [TestCase("ransomw", "ransomware")]
    [TestCase("RANSOMW", "ransomware")]
    [TestCase("technical ass", "technical assistance")]
    [TestCase("technical ", "technical assistance")]
    [TestCase("\"technical ass", "\"technical assistance\"")]
    [TestCase("treaty OR ransomw", "treaty OR ransomware")]
    [TestCase("-ransomw", "-ransomware")]
    [TestCase("(hospitals OR ransomw", "(hospitals OR ransomware")]
    [TestCase("the council", "the Council of Europe")]
    [TestCase("rule of", "rule of law")]
    [TestCase("title:ransomw", "title:ransomware")]
    [TestCase("theme:ransomw", null)]
    [TestCase("zzzz", null)]
    [TestCase("", null)]
    [TestCase(" ", null)]
    [TestCase("ransomware OR ", null)]
    [TestCase("ransomware*", null)]
    public void The_first_completion_is_the_likeliest(string query, string? text) =>
        Assert.That(_index.Suggest(query, 1).Suggestions.SingleOrDefault()?.Text, Is.EqualTo(text));

    [Test]
    public void No_more_come_than_are_asked_for_and_none_twice()
    {
        IReadOnlyList<QueryCompletion> all = _index.Suggest("c", 50).Suggestions;
        Assert.That(all.Select(one => one.Text), Is.Unique);
        Assert.That(_index.Suggest("c", 3).Suggestions, Is.EqualTo(all.Take(3)));
    }

    [Test]
    public void Completions_follow_the_generation()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        Assert.That(index.Suggest("xylo", 8).Suggestions, Is.Empty);

        corpus.Write("d.txt", "A xylophone is no instrument of international law.\n");
        _ = TestCorpus.Reindex(index);
        Assert.That(index.Suggest("xylo", 8).Suggestions.Single().Text, Is.EqualTo("xylophone"));
    }

    [Test]
    public void A_run_makes_them_where_they_are_missing()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using (corpus.Indexed())
        {
        }

        File.Delete(Directory.EnumerateFiles(Path.Combine(corpus.Index, "corpus"), "suggest-*").Single());
        using PassageIndex index = corpus.Open();
        Assert.That(index.Suggest("ransomw", 8).Suggestions, Is.Empty);
        _ = TestCorpus.Reindex(index);
        using PassageIndex later = corpus.Open();
        Assert.That(later.Suggest("ransomw", 8).Suggestions, Is.Not.Empty);
    }

    [Test]
    public void A_table_finds_what_a_list_finds_whatever_it_holds()
    {
        const int Seed = 20261122;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        Suggestion[] entries =
        [
            .. Enumerable.Range(0, 5_000)
                .Select(_ => random.Next(1, 7))
                .Select(length => new string(random.GetItems<char>("abé ", length)))
                .Distinct(StringComparer.Ordinal)
                .Select(key => new Suggestion(key, key.ToUpperInvariant(), random.Next(1, 1_000_000))),
        ];
        SuggestionTable table = SuggestionTable.Read(SuggestionTable.Write(entries))!;
        foreach (string start in entries.Select(entry => entry.Key[..random.Next(entry.Key.Length + 1)]).Take(500))
        {
            IEnumerable<int> expected = entries
                .Where(entry => entry.Key.StartsWith(start, StringComparison.Ordinal) && entry.Key != start)
                .Select(entry => entry.Weight).OrderDescending().Take(7);
            Assert.That(
                table.Find(Encoding.UTF8.GetBytes(start), 7).Select(entry => entry.Weight),
                Is.EqualTo(expected),
                start);
        }
    }

    [Test]
    public void A_full_table_answers_within_five_milliseconds()
    {
        Suggestion[] entries =
        [
            .. Enumerable.Range(0, 110_000).Select(i => (Text: $"c{i:x} word {i}", Weight: i * 7_919 % 110_000))
                .Select(each => new Suggestion(each.Text, each.Text, each.Weight)),
        ];
        SuggestionTable table = SuggestionTable.Read(SuggestionTable.Write(entries))!;
        _ = QuerySuggester.Complete(table, "c", 8);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++)
        {
            _ = QuerySuggester.Complete(table, "c", 8);
        }

        Assert.That(Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100, Is.LessThan(5));
    }

    [Test]
    public void A_damaged_table_is_none()
    {
        byte[] bytes = SuggestionTable.Write([new Suggestion("a", "a", 1)]);
        bytes[^1] ^= 1;
        Assert.That(SuggestionTable.Read(bytes), Is.Null);
        Assert.That(SuggestionTable.Read([]), Is.Null);
    }
}
