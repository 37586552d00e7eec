using System.Diagnostics;
using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>Whatever is written gets an answer, in time, and the answer says what a limit cut short.</summary>
public sealed class LimitTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Small();
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [TestCase("*", 9)]
    [TestCase("a*b*c*", 0)]
    [TestCase("(((((", 0)]
    [TestCase(")))))", 0)]
    [TestCase("\"", 0)]
    [TestCase("AND OR NOT", 0)]
    [TestCase("\u200Bransomware\u200B", 4)]
    [TestCase("\u202Eransomware\u202C", 4)]
    [TestCase("ran\uD800somware", 0)]
    [TestCase("\uDC00", 0)]
    [TestCase("???????*", 9)]
    [TestCase("/((a*)*)*b/", 0)]
    [TestCase("~ ^ : / \\", 0)]
    public void Bad_input_gets_an_answer(string query, int total) =>
        Assert.That(_index.Search(TestCorpus.Request(query)).Total, Is.EqualTo(total));

    [Test]
    public void Thousands_of_clauses_are_cut_and_the_answer_says_so()
    {
        string query = string.Join(" OR ", Enumerable.Range(0, 10_000).Select(i => $"word{i}")) + " OR ransomware";
        long start = Stopwatch.GetTimestamp();
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(10));
        Assert.That(response.Query.Repaired.Select(repair => repair.Code), Does.Contain("too-long"));
        PassageResponse many = Open(
            limits => limits with { MaxQueryClauses = 5 }, "a OR b OR c OR d OR e OR ransomware");
        Assert.That(many.Query.Repaired.Select(repair => repair.Code), Does.Contain("too-many-clauses"));
        Assert.That(many.Total, Is.LessThan(9));
    }

    [Test]
    public void A_pattern_of_too_many_words_is_cut_and_the_answer_says_so()
    {
        PassageResponse response = Open(limits => limits with { MaxExpansions = 3 }, "*a*");

        Assert.That(response.Query.Limits, Is.EqualTo(["limit-expansions"]));
        Assert.That(response.Query.Repaired.Select(repair => repair.Code), Does.Contain("limit-expansions"));
        Assert.That(response.Query.Expansions.Single().IsTruncated, Is.True);
    }

    [Test]
    public void A_full_answer_says_nothing_of_limits() =>
        Assert.That(_index.Search(TestCorpus.Request("*a*")).Query.Limits, Is.Empty);

    private PassageResponse Open(Func<PassageIndexOptions, PassageIndexOptions> limit, string query)
    {
        using var index = PassageIndex.Open(limit(_corpus.Options));
        return index.Search(TestCorpus.Request(query));
    }
}
