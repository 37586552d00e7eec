using NUnit.Framework;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Parsing;

/// <summary>Trees of single constructs, written out.</summary>
public class QueryParserTests
{
    private static readonly QueryOptions Options = TestQueries.Options;

    private static TermQuery Word(string text, string? field = null) => new(field, text);

    private static BooleanClause Must(Query query) => new(Occur.Must, query);

    private static BooleanClause May(Query query) => new(Occur.Should, query);

    private static BooleanClause Not(Query query) => new(Occur.MustNot, query);

    private static BooleanQuery All(params Query[] queries) => new([.. queries.Select(Must)]);

    private static BooleanQuery Any(params Query[] queries) => new([.. queries.Select(May)]);

    private static Query Parse(string input) => QueryParser.Parse(input, Options).Query;

    private static Query ParseOr(string input) =>
        QueryParser.Parse(input, Options with { DefaultOccur = Occur.Should }).Query;

    [Test]
    public void Words_beside_each_other_must_all_match() =>
        Assert.That(Parse("cyber crime"), Is.EqualTo(All(Word("cyber"), Word("crime"))));

    [Test]
    public void And_binds_tighter_than_or() => Assert.That(
        Parse("a AND b OR c"), Is.EqualTo(Any(All(Word("a"), Word("b")), Word("c"))));

    [Test]
    public void A_blank_binds_like_and() => Assert.That(
        Parse("a OR b c"), Is.EqualTo(Any(Word("a"), All(Word("b"), Word("c")))));

    [Test]
    public void Not_binds_tighter_than_and() => Assert.That(
        Parse("NOT a AND b"), Is.EqualTo(new BooleanQuery([Not(Word("a")), Must(Word("b"))])));

    [Test]
    public void An_exclusion_alone_asks_for_everything_else() => Assert.That(
        Parse("-a"), Is.EqualTo(new BooleanQuery([Must(new MatchAllQuery()), Not(Word("a"))])));

    [Test]
    public void A_blank_may_mean_or_and_signs_speak_for_the_whole() => Assert.That(
        ParseOr("+a b -c"), Is.EqualTo(new BooleanQuery([Must(Word("a")), May(Word("b")), Not(Word("c"))])));

    [Test]
    public void A_written_and_binds_tighter_than_a_blank_that_means_or() => Assert.That(
        ParseOr("a AND b c"), Is.EqualTo(Any(All(Word("a"), Word("b")), Word("c"))));

    [TestCase("A/RES/74/247")]
    [TestCase("https://x.org/a?b")]
    [TestCase("10:30")]
    [TestCase("and")]
    [TestCase("or")]
    [TestCase("not")]
    [TestCase("cyber-crime")]
    [TestCase("C++")]
    [TestCase("a&&b")]
    [TestCase("near/5")]
    [TestCase("w/o")]
    [TestCase("/etc/passwd")]
    [TestCase("don’t")]
    public void Text_stays_text(string text)
    {
        ParsedQuery parsed = QueryParser.Parse(text, Options);
        Assert.That(parsed.Query, Is.EqualTo(Word(text)));
        Assert.That(parsed.Repairs, Is.Empty);
    }

    [Test]
    public void Hyphens_inside_quotes_are_blanks() => Assert.That(
        Parse("\"co-operation in\""),
        Is.EqualTo(new PhraseQuery(null, [new PhraseWord("co"), new PhraseWord("operation"), new PhraseWord("in")])));

    [TestCase("“a b”")]
    [TestCase("„a b“")]
    [TestCase("«a b»")]
    [TestCase("\"a b”")]
    public void Typographic_quotes_are_quotes(string text) => Assert.That(
        Parse(text), Is.EqualTo(new PhraseQuery(null, [new PhraseWord("a"), new PhraseWord("b")])));

    [Test]
    public void Phrases_hold_forms_wildcards_and_gaps() => Assert.That(
        Parse("\"~strengthen * =capacit capacit* organi?ation why?\"~3"),
        Is.EqualTo(new PhraseQuery(
            null,
            [
                new PhraseWord("strengthen", WordForm.Stemmed), new PhraseGap(),
                new PhraseWord("capacit", WordForm.Exact), new PhraseWildcard("capacit*"),
                new PhraseWildcard("organi?ation"), new PhraseWord("why?"),
            ],
            3)));

    [TestCase("terror*")]
    [TestCase("terror!")]
    [TestCase("terror*,")]
    public void Stars_and_roots_are_prefixes(string text) =>
        Assert.That(Parse(text), Is.EqualTo(new PrefixQuery(null, "terror")));

    [TestCase("*")]
    [TestCase("*:*")]
    [TestCase("**")]
    public void A_star_alone_is_everything(string text) => Assert.That(Parse(text), Is.EqualTo(new MatchAllQuery()));

    [TestCase("date:[2019 TO 2021}", "2019", "2021", true, false)]
    [TestCase("date:{2019 TO *}", "2019", null, false, true)]
    [TestCase("date:>2019", "2019", null, false, true)]
    [TestCase("date:>=2019", "2019", null, true, true)]
    [TestCase("date:< \"2019-07\"", null, "2019-07", true, false)]
    [TestCase("date:<=2019", null, "2019", true, true)]
    [TestCase("date:2019..2024", "2019", "2024", true, true)]
    [TestCase("date:2019-07..", "2019-07", null, true, true)]
    [TestCase("date:*", null, null, true, true)]
    public void Ranges_are_read(string text, string? lower, string? upper, bool first, bool last) =>
        Assert.That(Parse(text), Is.EqualTo(new RangeQuery("date", lower, upper, first, last)));

    [TestCase("budapset~", 2)]
    [TestCase("budapset~1", 1)]
    [TestCase("budapset~0.8", 1)]
    [TestCase("budapset~0.5", 2)]
    [TestCase("budapset~0", 0)]
    public void Fuzziness_is_in_edits(string text, int edits) =>
        Assert.That(Parse(text), Is.EqualTo(new FuzzyQuery(null, "budapset", edits)));

    [TestCase("a^2", 2f)]
    [TestCase("a^0.5", 0.5f)]
    public void Boosts_multiply(string text, float boost) =>
        Assert.That(Parse(text), Is.EqualTo(new BoostQuery(Word("a"), boost)));

    [Test]
    public void A_boost_may_be_the_whole_score() =>
        Assert.That(Parse("(a b)^=2"), Is.EqualTo(new ConstantScoreQuery(All(Word("a"), Word("b")), 2)));

    [Test]
    public void A_field_holds_for_its_group() => Assert.That(
        Parse("Title:(a OR =b)"), Is.EqualTo(Any(Word("a", "title"), new TermQuery("title", "b", WordForm.Exact))));

    [TestCase("a NEAR/5 b", 5, false)]
    [TestCase("a ONEAR/5 b", 5, true)]
    [TestCase("a w/5 b", 5, false)]
    [TestCase("a W/5 b", 5, false)]
    [TestCase("a pre/5 b", 5, true)]
    [TestCase("a /5 b", 5, false)]
    [TestCase("a NEAR b", 10, false)]
    public void Connectors_bind_to_distances(string text, int distance, bool isOrdered) =>
        Assert.That(Parse(text), Is.EqualTo(new NearQuery([Word("a"), Word("b")], distance, isOrdered)));

    [TestCase("a /s b", TextUnit.Sentence)]
    [TestCase("a w/S b", TextUnit.Sentence)]
    [TestCase("a /p b", TextUnit.Paragraph)]
    [TestCase("a w/p b", TextUnit.Paragraph)]
    public void Connectors_bind_to_units(string text, TextUnit unit) =>
        Assert.That(Parse(text), Is.EqualTo(new WithinQuery([Word("a"), Word("b")], unit)));

    [Test]
    public void Connectors_bind_tighter_than_not_and_units_weaker_than_distances() => Assert.That(
        Parse("-a /s b NEAR/5 c d"),
        Is.EqualTo(new BooleanQuery(
        [
            Not(new WithinQuery([Word("a"), new NearQuery([Word("b"), Word("c")], 5, false)], TextUnit.Sentence)),
            Must(Word("d")),
        ])));

    [Test]
    public void Regular_expressions_stand_between_slashes() => Assert.That(
        Parse("/cyber(crime|space)/ a"),
        Is.EqualTo(All(new RegexQuery(null, "cyber(crime|space)"), Word("a"))));

    [Test]
    public void A_quoted_value_of_a_keyword_field_is_whole() => Assert.That(
        Parse("issuer:\"Asia-Pacific Group\""),
        Is.EqualTo(new TermQuery("issuer", "Asia-Pacific Group", WordForm.Exact)));
}
