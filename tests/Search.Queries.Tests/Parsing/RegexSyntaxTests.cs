using NUnit.Framework;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Parsing;

/// <summary>Which texts are regular expressions; each was tried with Lucene 8's RegExp.</summary>
public class RegexSyntaxTests
{
    private static readonly string Deep = new string('(', 150) + "a" + new string(')', 150);

    [TestCase("a")]
    [TestCase("cyber(crime|space)")]
    [TestCase("[a-z]+")]
    [TestCase("[^a-c]x?")]
    [TestCase("a{2}")]
    [TestCase("a{2,}")]
    [TestCase("a{2,3}b*")]
    [TestCase("~(ab)")]
    [TestCase("a&b")]
    [TestCase("@#.")]
    [TestCase("\"a(\"")]
    [TestCase("<1-20>")]
    [TestCase("()")]
    [TestCase("\\(")]
    [TestCase("*a")]
    [TestCase("[]]")]
    [TestCase("😀[😀-😁]")]
    public void It_is_one(string pattern) => Assert.That(
        QueryParser.Parse($"/{pattern}/", TestQueries.Options).Query, Is.EqualTo(new RegexQuery(null, pattern)));

    [TestCase("[a")]
    [TestCase("(a")]
    [TestCase("a)")]
    [TestCase("a{")]
    [TestCase("a{x}")]
    [TestCase("a{2")]
    [TestCase("a|")]
    [TestCase("a&")]
    [TestCase("[a-]")]
    [TestCase("\"a")]
    [TestCase("<a-b>")]
    [TestCase("<1>")]
    [TestCase("~")]
    public void It_is_none_and_taken_as_text(string pattern)
    {
        ParsedQuery parsed = QueryParser.Parse($"/{pattern}/", TestQueries.Options);
        Assert.That(parsed.Query, Is.EqualTo(new TermQuery(null, $"/{pattern}/")));
        Assert.That(parsed.Repairs.Single().Code, Is.EqualTo("bad-regex"));
    }

    [Test]
    public void Nesting_and_counts_have_limits()
    {
        Assert.That(RegexSyntax.IsValid(Deep), Is.False);
        Assert.That(RegexSyntax.IsValid(new string('~', 10_000) + "a"), Is.False);
        Assert.That(RegexSyntax.IsValid("a{1000}"), Is.True);
        Assert.That(RegexSyntax.IsValid("a{1001}"), Is.False);
        Assert.That(RegexSyntax.IsValid("a{99999999999}"), Is.False);
    }
}
