using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>What was most likely meant by a query that finds nothing.</summary>
public sealed class DidYouMeanTests
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

    [TestCase("ransomwear", "ransomware")]
    [TestCase("Ransomwear", "ransomware")]
    [TestCase("tehcnical asistance", "technical assistance")]
    [TestCase("\"technical assistence\"", "\"technical assistance\"")]
    [TestCase("capacty NEAR/3 bulding", "capacity NEAR/3 building")]
    [TestCase("(ransomwear OR hospitls) -budapest", "(ransomware OR hospitals) -budapest")]
    [TestCase("type:report ransomwear", "type:report ransomware")]
    [TestCase("ransom ware hospitals", "ransomware hospitals")]
    [TestCase("technicalassistance", "technical assistance")]
    [TestCase("cybercirme", "cybercrime")]
    [TestCase("ransomwear OR hospitals", "ransomware OR hospitals")]
    [TestCase("ransomware", null)]
    [TestCase("ransomware OR hospitals", null)]
    [TestCase("qqqqqqqqqq", null)]
    [TestCase("ransomwear type:nosuchtype", null)]
    [TestCase("ransomw*x", null)]
    [TestCase("2091", null)]
    [TestCase("", null)]
    public void A_query_is_corrected_where_that_has_hits(string query, string? meant)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        Assert.That(response.Query.DidYouMean, Is.EqualTo(meant));
        if (meant is not null)
        {
            Assert.That(_index.Search(TestCorpus.Request(meant)).Total, Is.Positive);
        }
    }

    [Test]
    public void A_correction_has_hits_among_what_the_filters_leave()
    {
        Assert.That(
            _index.Search(TestCorpus.Request("ransomwear", "issuer=European Union")).Query.DidYouMean,
            Is.EqualTo("ransomware"));
        Assert.That(_index.Search(TestCorpus.Request("hospitls", "issuer=United Nations")).Query.DidYouMean, Is.Null);
    }
}
