using NUnit.Framework;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Paragraphs;

public sealed class TextSplitterTests
{
    [Test]
    public void Hard_wrapped_lines_are_joined_and_blank_lines_divide()
    {
        Assert.That(Texts("One sentence that is wrapped\nover two lines.\n\nAnother one.\n"),
            Is.EqualTo(["One sentence that is wrapped over two lines.", "Another one."]));
    }

    [Test]
    public void A_word_hyphenated_at_a_lines_end_is_joined_and_a_compound_keeps_its_hyphen()
    {
        Assert.That(
            Texts("The gov-\nernment uses state-of-the-\nart tools for long-\nterm plans; it is a long-term matter.\n"),
            Is.EqualTo(["The government uses state-of-the-art tools for long-term plans; it is a long-term matter."]));
    }

    [Test]
    public void A_paragraph_cut_by_a_page_break_is_one_and_page_numbers_are_dropped()
    {
        Assert.That(
            Texts("The first page ends in the middle of a sentence that\n\n1\n\fMinistry people will read further "
                + "on.\n\n2\n\fEnd.\n"),
            Is.EqualTo(["The first page ends in the middle of a sentence that Ministry people will read further on.",
                "End."]));
    }

    [Test]
    public void Items_are_units_of_their_own_without_blank_lines()
    {
        IReadOnlyList<Paragraph> units = Units(
            "We ask for these things:\n- one thing;\n- another thing\n  on two lines.\n\n1. first\n2. second\n");

        Assert.That(units.Select(unit => unit.Text),
            Is.EqualTo(["We ask for these things:", "one thing;", "another thing on two lines.", "1. first",
                "2. second"]));
        Assert.That(units.Skip(1).Select(unit => unit.LeadIn), Has.All.EqualTo("We ask for these things:"));
    }

    [Test]
    public void Ranges_point_at_the_units_in_the_text()
    {
        const string Text = "Head\n\nA paragraph of several words, wrapped\nonce and ended.\n";

        Paragraph unit = UnitAssembler.Assemble(TextSplitter.Split(Text).Blocks)[1];

        Assert.That(Text[unit.SourceStart..unit.SourceEnd],
            Is.EqualTo("A paragraph of several words, wrapped\nonce and ended."));
        Assert.That(unit.HeadingPath, Is.EqualTo(["Head"]));
    }

    [Test]
    public void Running_headers_are_dropped_by_their_repetition()
    {
        string[] bodies = ["Ants are small.", "Bees are busy.", "Cats sleep.", "Dogs run."];
        string text = string.Concat(
            bodies.Select((body, i) => $"A Running Header\n\n{body}\n\nPage {i} of my report\n\f"));

        Assert.That(Texts(text), Is.EqualTo(bodies));
    }

    private static List<string> Texts(string text) => [.. Units(text).Select(unit => unit.Text)];

    private static IReadOnlyList<Paragraph> Units(string text) =>
        UnitAssembler.Assemble(TextSplitter.Split(text).Blocks);
}
