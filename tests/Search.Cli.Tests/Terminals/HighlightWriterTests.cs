using NUnit.Framework;
using Search.Cli.Terminals;
using Search.Passages.Search;

namespace Search.Cli.Tests.Terminals;

public sealed class HighlightWriterTests
{
    private static readonly PassageSpan[] Spans = [new("text", 2, 5), new("text", 4, 6), new("title", 0, 1)];

    [Test]
    public void A_terminal_sees_the_spans_of_the_field_marked_overlapping_ones_as_one()
    {
        string text = Writer(isColoured: true).Render("😀 words here", "text", Spans);

        Assert.That(text, Is.EqualTo("😀 \u001b[1;33mword\u001b[0ms here"));
    }

    [Test]
    public void A_span_that_ends_with_the_text_is_closed() =>
        Assert.That(
            Writer(isColoured: true).Render("ab", "text", [new PassageSpan("text", 1, 2)]),
            Is.EqualTo("a\u001b[1;33mb\u001b[0m"));

    [Test]
    public void Elsewhere_the_text_stands_alone() =>
        Assert.That(Writer(isColoured: false).Render("😀 words here", "text", Spans), Is.EqualTo("😀 words here"));

    [TestCase(false, "… 😀 words … here")]
    [TestCase(true, "… 😀 \u001b[1;33mword\u001b[0ms … \u001b[1;33mhere\u001b[0m")]
    public void A_snippet_shows_its_stretches_with_their_marks(bool isColoured, string expected)
    {
        var hit = new PassageHit
        {
            Id = "d~1",
            Document = "d",
            Title = "",
            Number = 1,
            Kind = "paragraph",
            Text = "No. 😀 words. Not here",
            Snippet = [new PassageStretch(4, 11), new PassageStretch(17, 21)],
            Spans = [new PassageSpan("text", 6, 10), new PassageSpan("text", 17, 21), new PassageSpan("title", 0, 2)],
        };

        Assert.That(Writer(isColoured).Render(hit), Is.EqualTo(expected));
    }

    private static HighlightWriter Writer(bool isColoured) =>
        new(new Terminal(TextWriter.Null, TextWriter.Null, isColoured, ShowsProgress: false));
}
