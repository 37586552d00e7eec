using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Tests.Themes;

[TestFixture]
internal sealed class ReferencedLabelsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("references").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, true);

    [Test]
    public async Task Texts_are_found_in_documents_and_in_files_of_passages()
    {
        const string Note = "The clinic was shut for a week by an intruder.";
        const string Passage = "Courses were given to the magistrates of the islands.";
        await File.WriteAllTextAsync(Path.Combine(_folder, "note.md"), $"# A note\n\n{Note}\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "more.jsonl"), $"{{\"text\":\"{Passage}\",\"title\":\"Annual report\"}}\n");
        ReferencedLabels labels = Read(
            $"{ReferencedLabels.Digest(Note)},a/note.md,threats",
            $"{ReferencedLabels.Digest(Passage)},b, with a comma,capacity rights",
            "000000000000,c,");

        await LabelTexts.FindAsync(labels, _folder);

        Assert.That(labels.Missing, Is.EqualTo(1));
        LabelledParagraph note = labels.Found.Single(label => label.Text == Note);
        LabelledParagraph passage = labels.Found.Single(label => label.Text == Passage);
        Assert.Multiple(() =>
        {
            Assert.That(note.Themes, Is.EqualTo(["threats"]));
            Assert.That(note.Document, Is.EqualTo("a/note.md"));
            Assert.That(note.Title, Is.EqualTo("A note"));
            Assert.That(passage.Themes, Is.EqualTo(["capacity", "rights"]));
            Assert.That(passage.Document, Is.EqualTo("b, with a comma"));
            Assert.That(passage.Title, Is.EqualTo("Annual report"));
        });
    }

    [Test]
    public void A_line_without_a_digest_is_refused_by_its_number()
    {
        ThemeSchemeException error = Assert.Throws<ThemeSchemeException>(() => Read("no digest,doc,rights"))!;
        Assert.That(error.Line, Is.EqualTo(2));
    }

    private ReferencedLabels Read(params string[] lines)
    {
        string path = Path.Combine(_folder, "labels.csv");
        File.WriteAllLines(path, ["digest,document,themes", .. lines]);
        ReferencedLabels labels = ReferencedLabels.Read(path);
        File.Delete(path);
        return labels;
    }
}
