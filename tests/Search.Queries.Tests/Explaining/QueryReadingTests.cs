using NUnit.Framework;
using Search.Queries.Explaining;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Explaining;

/// <summary>Sentences for nodes that the table of docs/QUERIES.md does not show.</summary>
public class QueryReadingTests
{
    private static readonly QueryOptions Options = TestQueries.Options;

    [TestCase("", "No paragraphs.")]
    [TestCase("\"technical assistance\" (police OR judges OR courts)",
        "Paragraphs with *technical assistance* as a phrase, and any of *police*, *judges* or *courts*.")]
    [TestCase("-a -\"b c\"", "Paragraphs without *a*, or *b c* as a phrase.")]
    [TestCase("a b -c -d", "Paragraphs with *a* and *b*, but without *c* or *d*.")]
    [TestCase("a ONEAR/1 b ONEAR/1 c", "Paragraphs with *a* directly followed by *b* directly followed by *c*.")]
    [TestCase("a /1 b /1 c", "Paragraphs with *a*, *b* and *c* side by side.")]
    [TestCase("budapset~0", "Paragraphs with a word spelt *budapset*.")]
    [TestCase("theme:r*", "Paragraphs with a value of theme that begins with *r*.")]
    [TestCase("title:[a TO b}", "Paragraphs with a word in the title from *a* and before *b*.")]
    [TestCase("date:{2019 TO 2021}", "Paragraphs with a date after 2019 and before 2021.")]
    [TestCase("[* TO *]", "Paragraphs with any word.")]
    [TestCase("\"word\"", "Paragraphs with exactly *word*.")]
    [TestCase("a\\\u200Bb", "Paragraphs with *a b*.")]
    public void A_query_is_said_in_words(string input, string sentence) =>
        Assert.That(QueryReading.Describe(QueryParser.Parse(input, Options).Query, Options), Is.EqualTo(sentence));

    [Test]
    public void What_may_match_beside_what_must_is_said_to_be_better() => Assert.That(
        QueryReading.Describe(
            QueryParser.Parse("+a b c -d", Options with { DefaultOccur = Occur.Should }).Query,
            Options with { DefaultOccur = Occur.Should }),
        Is.EqualTo("Paragraphs with *a*, and better with any of *b* or *c*, but without *d*."));

    [Test]
    public void A_group_of_nothing_is_nothing() =>
        Assert.That(QueryReading.Describe(new BooleanQuery([])), Is.EqualTo("No paragraphs."));
}
