using System.Diagnostics;
using NUnit.Framework;
using Search.Queries.Explaining;
using Search.Queries.Parsing;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Parsing;

/// <summary>Inputs that would hurt a careless parser.</summary>
public class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "(", ")", "()", "a (", "title:(", "-(", "\"", "\"a", "[", "[a", "[a TO ", "[\"", "{a TO b", "/", " /",
        "/a ", " /\\/",
        "~", "a~", "a~1~", "^", "a^", "a^2^", "a^^2", "*", "a*b*", "?", "\\", "\\u", "+", "- ", "!", "a!",
        "a!!", ",", "a, ",
        "AND ", "OR ", "NOT ", "a AND ", "a OR b ", "NOT a ", "a NEAR/1 b NEAR/2 ", "a /s b /p ", "w/5 ",
        "NEAR ", ":", "title:",
        "title :", "title: ", "a:b:", "https://a", "a ", "=", "=~", "a..b", "date:>", "date:1..", "“a” ",
        "\uD800", "\u200F",
        "\0", "a\u200B", "*:* ", "\"* ", "\"a\"~", "a      ", "(a OR (b AND ", "(a /1 ",
    ];

    [TestCaseSource(nameof(Pieces))]
    public void Time_is_linear_in_the_length(string piece)
    {
        QueryOptions options = TestQueries.Options with { MaxLength = int.MaxValue, MaxClauses = int.MaxValue };
        string small = Repeat(piece, 10_000);
        string large = Repeat(piece, 100_000);

        // Ten times the length; a quadratic parser would take a hundred times as long. A busy machine may disturb one
        // measurement, or several, but a parser that is quadratic fails them all.
        TimeSpan first = TimeSpan.Zero;
        TimeSpan second = TimeSpan.MaxValue;
        for (int i = 0; i < 10 && second > (first * 35) + TimeSpan.FromMilliseconds(30); i++)
        {
            first = Time(small, options);
            second = Time(large, options);
        }

        TimeSpan allowed = (first * 35) + TimeSpan.FromMilliseconds(30);
        Assert.That(second, Is.LessThanOrEqualTo(allowed), $"{first} and {second}");
    }

    [TestCaseSource(nameof(Pieces))]
    public void Ten_thousand_characters_of_anything_are_read_and_printed_and_read_again(string piece)
    {
        for (Occur occur = Occur.Must; occur <= Occur.Should; occur++)
        {
            QueryOptions options = TestQueries.Options with { DefaultOccur = occur };
            ParsedQuery parsed = QueryParser.Parse(Repeat(piece, 10_001), options);
            string printed = QueryPrinter.Print(parsed.Query, options);
            QueryOptions longer = options with { MaxLength = printed.Length };
            Assert.That(QueryParser.Parse(printed, longer).Query, Is.EqualTo(parsed.Query));
            Assert.That(QueryReading.Describe(parsed.Query, options), Does.EndWith("."));
            Assert.That(parsed.Repairs, Has.Some.Matches<QueryRepair>(r => r.Code is "too-long" or "more-repairs"
                or "too-many-clauses"));
        }
    }

    [Test]
    public void Two_thousand_clauses_are_read_and_no_more()
    {
        string input = string.Join(' ', Enumerable.Repeat("a", 2_001));
        ParsedQuery parsed = QueryParser.Parse(input, TestQueries.Options);
        Assert.That(parsed.Query, Is.TypeOf<BooleanQuery>().With.Property("Clauses").Count.EqualTo(2_000));
        Assert.That(parsed.Repairs, Has.Count.EqualTo(1));
        Assert.That(parsed.Repairs[0].Code, Is.EqualTo("too-many-clauses"));
        Assert.That(parsed.Repairs[0].Position, Is.EqualTo(4_000));
    }

    [Test]
    public void Groups_beyond_the_deepest_are_read_flat()
    {
        string input = new string('(', 100) + "a b" + new string(')', 100) + " c";
        ParsedQuery parsed = QueryParser.Parse(input, TestQueries.Options);
        Assert.That(QueryPrinter.Print(parsed.Query, TestQueries.Options), Is.EqualTo("(a b) c"));
        Assert.That(parsed.Repairs.Single().Code, Is.EqualTo("too-deep"));
        Assert.That(parsed.Repairs[0].Position, Is.EqualTo(64));
    }

    [Test]
    public void The_deepest_nesting_that_is_read_is_printed_within_the_same_limit([Values] Occur occur)
    {
        QueryOptions options = TestQueries.Options with { DefaultOccur = occur };
        string input = "a";
        for (int i = 0; i < 64; i++)
        {
            input = $"x OR y AND NOT b /s c NEAR/2 ({input})";
        }

        ParsedQuery parsed = QueryParser.Parse(input, options);
        string printed = QueryPrinter.Print(parsed.Query, options);
        Assert.That(QueryParser.Parse(printed, options).Query, Is.EqualTo(parsed.Query));
    }

    [Test]
    public void A_pair_is_not_cut_in_two_at_the_longest_length()
    {
        ParsedQuery parsed = QueryParser.Parse("a😀", TestQueries.Options with { MaxLength = 2 });
        Assert.That(parsed.Query, Is.EqualTo(new TermQuery(null, "a")));
        Assert.That(parsed.Repairs.Single().Position, Is.EqualTo(1));
    }

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));

    private static TimeSpan Time(string input, QueryOptions options)
    {
        var watch = Stopwatch.StartNew();
        QueryParser.Parse(input, options);
        return watch.Elapsed;
    }
}
