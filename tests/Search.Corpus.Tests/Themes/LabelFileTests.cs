using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Tests.Themes;

public sealed class LabelFileTests
{
    [Test]
    public void Lines_are_read_with_what_they_leave_out_filled_in()
    {
        using TestFolder folder = new();
        string path = folder.Write(
            "labels.jsonl",
            """
            {"id":"a","text":"One.","title":"T","themes":["x","y"],"doc":"d","kind":"real","evidence":{"x":"One"}}

            {"id":"b","text":"Two.","themes":[]}
            """);

        IReadOnlyList<LabelledParagraph> labels = LabelFile.Read(path);

        Assert.Multiple(() =>
        {
            Assert.That(labels.Select(label => (label.Id, label.Title, label.Document, label.Kind)),
                Is.EqualTo([("a", "T", "d", "real"), ("b", "", "b", "")]));
            Assert.That(labels[0].Carries("y") && !labels[1].Carries("y"));
        });
    }

    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("""{"id":"a","themes":[]}""")]
    [TestCase("""{"id":"a","text":"x","themes":"rights"}""")]
    [TestCase("""{"id":"a","text":"x","themes":[1]}""")]
    public void A_line_that_is_no_labelled_paragraph_is_refused_by_its_number(string line)
    {
        using TestFolder folder = new();
        string path = folder.Write("labels.jsonl", "\n" + line);

        Assert.That(
            () => LabelFile.Read(path), Throws.TypeOf<ThemeSchemeException>().With.Property("Line").EqualTo(2));
    }
}
