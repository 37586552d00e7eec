using NUnit.Framework;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Paragraphs;

public sealed class MarkdownSplitterTests
{
    [Test]
    public void Headings_make_the_path_of_what_is_under_them()
    {
        IReadOnlyList<Paragraph> units = Units("# Top\n\n## Inner\n\nText.\n\n####Glued\n\nMore.\n\n# Next\n\nLast.\n");

        Assert.That(units.Where(unit => unit.Kind == ParagraphKind.Paragraph).Select(unit =>
            string.Join('/', unit.HeadingPath)),
            Is.EqualTo(["Top/Inner", "Top/Inner/Glued", "Next"]));
    }

    [TestCase("a [link](http://x.org/a_(b)) here", "a link here")]
    [TestCase("**bold** and _emphasis_ and snake_case_name", "bold and emphasis and snake_case_name")]
    [TestCase("an image ![alt](x.png) gone", "an image gone")]
    [TestCase("<u>tags</u> go &amp; references read", "tags go & references read")]
    [TestCase("5 * 3 \\* 2", "5 * 3 * 2")]
    [TestCase("see <https://example.org/x>", "see https://example.org/x")]
    public void Inline_markup_reads_as_its_text(string markup, string expected)
    {
        Assert.That(Units(markup).Single().Text, Is.EqualTo(expected));
    }

    [Test]
    public void Items_nest_and_know_their_lead_in()
    {
        IReadOnlyList<Paragraph> units = Units(
            "We ask:\n\n-   first, which is\n    wrapped\n-   second:\n    - inner\n\nEnd.\n");

        Assert.That(units.Select(unit => (unit.Kind, unit.Text, unit.LeadIn)),
            Is.EqualTo((IEnumerable<(ParagraphKind, string, string?)>)
        [
            (ParagraphKind.Paragraph, "We ask:", null),
            (ParagraphKind.Item, "first, which is wrapped", "We ask:"),
            (ParagraphKind.Item, "second:", "We ask:"),
            (ParagraphKind.Item, "inner", "second:"),
            (ParagraphKind.Paragraph, "End.", null),
        ]));
    }

    [Test]
    public void Numbered_paragraphs_behind_a_hard_break_are_units()
    {
        Assert.That(
            Units("1.  The first one is here.   \n2.  The second one.\n").Select(unit => unit.Text),
            Is.EqualTo(["1. The first one is here.", "2. The second one."]));
    }

    [Test]
    public void A_preamble_run_together_is_cut_into_its_clauses()
    {
        IReadOnlyList<Paragraph> units = Units(
            "Preamble The member States, Considering that the aim is to achieve a greater unity between the members; "
            + "Recognising the value of fostering co-operation with others; Convinced of the need to pursue a policy;"
            + "Have agreed as follows:\n");

        Assert.That(units.Select(unit => unit.Text[..8]),
            Is.EqualTo(["Preamble", "The memb", "Consider", "Recognis", "Convince", "Have agr"]));
    }

    [Test]
    public void A_sentence_that_dangles_goes_on_behind_a_stray_blank_line_and_a_running_head()
    {
        string page = "The act shall come into force on the\n\n-----\n\n_A Bill_ _{0}_\n\n"
            + "Day that the Minister {0} appoints.\n\n";
        string text = string.Concat(
            Enumerable.Range(1, 3).Select(i => page.Replace("{0}", $"{i}", StringComparison.Ordinal)));

        Assert.That(
            Units(text).Select(unit => unit.Text),
            Is.EqualTo(Enumerable.Range(1, 3)
                .Select(i => $"The act shall come into force on the Day that the Minister {i} appoints.")));
    }

    [Test]
    public void An_escaped_mark_is_a_mark()
    {
        Assert.That(Units("\\(i\\) first;\n\n1\\. second\n").Select(unit => (unit.Kind, unit.Text)), Is.EqualTo([
            (ParagraphKind.Item, "(i) first;"), (ParagraphKind.Item, "1. second")]));
    }

    [Test]
    public void A_footnote_has_its_mark_and_a_table_its_rows()
    {
        IReadOnlyList<Paragraph> units = Units("Text[^n].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: The note.\n");

        Assert.That(units.Select(unit => (unit.Kind, unit.Text)),
            Is.EqualTo([(ParagraphKind.Paragraph, "Text."), (ParagraphKind.Table, "a | b\n1 | 2"),
                (ParagraphKind.Footnote, "The note.")]));
        Assert.That(units[2].Mark, Is.EqualTo("n"));
    }

    private static IReadOnlyList<Paragraph> Units(string text) =>
        UnitAssembler.Assemble(MarkdownSplitter.Split(text, 0).Blocks);
}
