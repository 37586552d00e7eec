using NUnit.Framework;
using Search.Corpus.Documents.Formats;
using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Documents;

public sealed class PdfInfoTests
{
    [TestCase("Microsoft Word - letter.doc")]
    [TestCase("final submission v3.docx")]
    [TestCase("Untitled document")]
    [TestCase("BOD 15-01")]
    [TestCase("C:\\files\\my paper on law")]
    [TestCase("")]
    public void A_title_that_a_program_made_up_is_none(string title) =>
        Assert.That(PdfInfo.Values(title, null)?.Title, Is.Null);

    [Test]
    public void A_title_and_a_day_that_look_like_it_are_taken()
    {
        MetadataValues? values = PdfInfo.Values("Submission: Online Safety Act Review", "2021-11-03T10:03:22Z");

        Assert.That((values?.Title, values?.Date), Is.EqualTo(("Submission: Online Safety Act Review", "2021-11-03")));
    }

    [Test]
    public void What_the_text_does_not_bear_out_is_not_believed()
    {
        Paragraph[] text = [new(ParagraphKind.Paragraph, "A submission to the review of online safety in 2021.")];
        MetadataValues own = new() { Title = "Online safety review", Date = "2021-11-03" };
        MetadataValues other = new() { Title = "Inauguration of the residence", Date = "2015-01-01" };

        Assert.That(OwnMetadata.Believe(own, new MetadataValues(), text), Is.EqualTo(own));
        Assert.That(OwnMetadata.Believe(other, new MetadataValues(), text), Is.EqualTo(new MetadataValues()));
    }

    [Test]
    public void The_day_of_a_late_conversion_is_not_the_documents()
    {
        Paragraph[] text = [new(ParagraphKind.Paragraph, "Adopted in 1948 and put on the web in 2015.")];
        MetadataValues own = new() { Date = "2015-05-05" };

        Assert.That(OwnMetadata.Believe(own, new MetadataValues { Date = "1948-12-10" }, text)?.Date, Is.Null);
        Assert.That(
            OwnMetadata.Believe(own, new MetadataValues { Date = "2015-05-01" }, text)?.Date, Is.EqualTo("2015-05-05"));
    }
}
