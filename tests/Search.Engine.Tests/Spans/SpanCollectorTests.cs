using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Tests.Searching;

namespace Search.Engine.Tests.Spans;

/// <summary>The highlight contract by examples; <c>OracleTests</c> has it at random.</summary>
internal sealed class SpanCollectorTests
{
    [TestCase("\"human rights\" rights", "human rights|rights")]
    [TestCase("\"human rights\" AND NOT wrongs", "human rights")]
    [TestCase("wrongs OR human", "human|human")]
    [TestCase("(wrongs AND human) OR law", "law")]
    [TestCase("human NEAR/2 law", "law|human")]
    [TestCase("\"rights human\"~2", "human|rights")]
    [TestCase("\"rights human\"~3", "human|rights|human|rights")]
    public void No_word_outside_of_a_match_is_marked(string query, string marked)
    {
        const string Text = "Human rights and the law of human duty; rights.";
        string[] expected = marked.Split('|');

        string[] found = SmallIndex.Marked(Text, query);

        Assert.That(found.Select(word => word.ToLowerInvariant()), Is.EqualTo(expected));
    }

    [Test]
    public void Offsets_count_UTF_16_code_units_of_the_text_as_it_was_given()
    {
        const string Text = "😀 L\u2019E\u0301TAT n\u2019est pas l\u2019État";

        Assert.That(SmallIndex.Marked(Text, "etat"), Is.EqualTo((string[])["E\u0301TAT", "État"]));
    }

    [Test]
    public void Fields_are_named_and_come_in_the_order_of_the_schema()
    {
        var document = new AnalyzedDocument(SmallIndex.Schema);
        document.Reset(new IndexDocument().Add("title", "A treaty").Add("text", "No treaty").Add("theme", "treaty"));
        var matcher = new DocumentMatcher(SmallIndex.Parse("title:treaty treaty theme:treaty"), SmallIndex.Schema);

        Assert.That(matcher.Spans(document).Select(span => span.Field), Is.EqualTo((string[])["text", "title"]));
    }
}
