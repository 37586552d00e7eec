using NUnit.Framework;
using Search.Queries.Parsing;
using Search.Queries.Printing;

namespace Search.Queries.Tests.Parsing;

/// <summary>What is mended, where, and what comes of it.</summary>
public class RepairTests
{
    private static readonly QueryOptions Options = TestQueries.Options;

    [TestCase("\"a b", "\"a b\"", "unbalanced-quote@0+1")]
    [TestCase("a \"b", "a \"b\"", "unbalanced-quote@2+1")]
    [TestCase("\"", "", "unbalanced-quote@0+1 empty-phrase@0+1")]
    [TestCase("a \"\" b", "a b", "empty-phrase@2+2")]
    [TestCase("\"* a *\"", "\"a\"", "outer-gap@0+7")]
    [TestCase("(a (b", "a b", "unbalanced-bracket@0+1 unbalanced-bracket@3+1")]
    [TestCase("a) b", "a b", "unbalanced-bracket@1+1")]
    [TestCase("()", "", "empty-group@0+2")]
    [TestCase("a OR ()", "a", "empty-group@5+2")]
    [TestCase("AND", "", "lone-operator@0+3")]
    [TestCase("OR a", "a", "lone-operator@0+2")]
    [TestCase("a AND", "a", "lone-operator@2+3")]
    [TestCase("a AND OR b", "a b", "repeated-operator@6+2")]
    [TestCase("(a OR) b", "a b", "lone-operator@3+2")]
    [TestCase("NOT", "", "lone-operator@0+3")]
    [TestCase("a NOT AND b", "a b", "lone-operator@2+3")]
    [TestCase("a - b", "a b", "lone-operator@2+1")]
    [TestCase("a -", "a", "lone-operator@2+1")]
    [TestCase("- - a", "a", "lone-operator@0+1 lone-operator@2+1")]
    [TestCase("--a", "-a", "repeated-sign@1+1")]
    [TestCase("NOT +a", "-a", "repeated-sign@4+1")]
    [TestCase("a ~ b", "a b", "lone-operator@2+1")]
    [TestCase("w/5 a", "a", "lone-connector@0+3")]
    [TestCase("a /s", "a", "lone-connector@2+2")]
    [TestCase("a NEAR/5 AND b", "a b", "lone-connector@2+6")]
    [TestCase("a NEAR/5 w/s b", "a /s b", "lone-connector@2+6")]
    [TestCase("a NEAR/5 *", "a *", "bad-operand@2+6")]
    [TestCase("a NEAR/5 title:b", "a title:b", "bad-operand@2+6")]
    [TestCase("a NEAR/5 (b -c)", "a (b -c)", "bad-operand@2+6")]
    [TestCase("a NEAR/0 b", "a NEAR/1 b", "distance-out-of-range@2+6")]
    [TestCase("a w/99999999999 b", "a NEAR/100000 b", "distance-out-of-range@2+13")]
    [TestCase("title:", "title\\:", "field-without-value@0+6")]
    [TestCase("(title:)", "title\\:", "field-without-value@1+6")]
    [TestCase("title: AND a", "title\\: a", "field-without-value@0+6")]
    [TestCase("a^", "a\\^", "bad-boost@1+1")]
    [TestCase("a^2^3", "a^2", "repeated-suffix@3+2")]
    [TestCase("a~1~2", "a~1", "repeated-suffix@3+2")]
    [TestCase("a~3", "a~2", "bad-fuzzy@1+2")]
    [TestCase("a~1.5", "a~1", "bad-fuzzy@1+4")]
    [TestCase("\"a b\"~", "\"a b\"", "bad-slop@5+1")]
    [TestCase("\"a b\"~1.5", "\"a b\"~1", "bad-slop@5+4")]
    [TestCase("(a b)~2", "a b", "misplaced-tilde@5+2")]
    [TestCase("a*~1", "a*", "misplaced-tilde@2+2")]
    [TestCase("[a", "a", "bad-range@0+1")]
    [TestCase("a]", "a", "stray-bracket@1+1")]
    [TestCase("date:[2019 to 2020]", "date:[2019 TO 2020]", "lower-case-to@11+2")]
    [TestCase("date:[2019 2020]", "date:2019 2020", "bad-range@5+1 stray-bracket@15+1")]
    [TestCase("\\u00", "u00", "bad-escape@0+2")]
    [TestCase("a\\", "a", "dangling-escape@1+1")]
    public void A_mistake_is_mended(string input, string printed, string repairs)
    {
        ParsedQuery parsed = QueryParser.Parse(input, Options);
        Assert.That(QueryPrinter.Print(parsed.Query, Options), Is.EqualTo(printed));
        IEnumerable<string> found = parsed.Repairs.Select(r => $"{r.Code}@{r.Position}+{r.Length}");
        Assert.That(string.Join(' ', found), Is.EqualTo(repairs));
        Assert.That(QueryParser.TryParseStrict(input, Options, out _, out QuerySyntaxError? error), Is.False);
        Assert.That(error!.Code, Is.EqualTo(parsed.Repairs[0].Code));
        Assert.That(error.Position, Is.EqualTo(parsed.Repairs[0].Position));
        Assert.That(error.Expected, Is.Not.Empty);
    }

    [Test]
    public void A_lone_half_of_a_pair_is_replaced_and_named()
    {
        ParsedQuery parsed = QueryParser.Parse("a\uD800b 😀", Options);
        Assert.That(QueryPrinter.Print(parsed.Query, Options), Is.EqualTo("a\uFFFDb 😀"));
        Assert.That(parsed.Repairs.Single().Position, Is.EqualTo(1));
    }

    [Test]
    public void A_repair_is_one_sentence_that_names_the_piece()
    {
        ParsedQuery parsed = QueryParser.Parse("a NEAR/5 -b", Options);
        Assert.That(
            parsed.Repairs.Single().Message,
            Is.EqualTo("'NEAR/5' needs a word, a phrase or a group on both sides; it was left out."));
    }

    [Test]
    public void An_error_says_what_was_expected()
    {
        QueryParser.TryParseStrict("(a", Options, out _, out QuerySyntaxError? error);
        Assert.That(error, Is.EqualTo(new QuerySyntaxError(
            "unbalanced-bracket", 0, 1, "A bracket is opened but never closed.", "a closing bracket")));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("a b")]
    public void A_well_formed_input_has_no_error(string input)
    {
        Assert.That(QueryParser.TryParseStrict(input, Options, out ParsedQuery parsed, out var error), Is.True);
        Assert.That(error, Is.Null);
        Assert.That(parsed.Repairs, Is.Empty);
    }
}
