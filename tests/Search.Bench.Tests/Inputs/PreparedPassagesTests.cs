using System.Text;
using NUnit.Framework;
using Search.Bench.Inputs;
using Search.Text.Analysis;

namespace Search.Bench.Tests.Inputs;

/// <summary>Tests of how passages are read, prepared and labelled.</summary>
public class PreparedPassagesTests
{
    private string _folder = "";

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("search-bench-tests").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_line_gives_text_document_title_and_year()
    {
        Passage passage = PassageFiles.Parse(
            """{"doc":"d\t1","title":"A title","year":2019,"text":"one\ntwo"}""");
        Assert.That(Encoding.UTF8.GetString(passage.Text), Is.EqualTo("one two"));
        Assert.That((passage.Document, passage.Title, passage.Year), Is.EqualTo(("d 1", "A title", 2019)));
    }

    [Test]
    public void A_line_may_have_a_text_alone()
    {
        Passage passage = PassageFiles.Parse("""{"text":"one"}""");
        Assert.That((passage.Document, passage.Title, passage.Year), Is.EqualTo(("", "", 0)));
    }

    [TestCase(true, "the right to privacy")]
    [TestCase(false, "right privacy")]
    public void Stop_words_stay_or_go(bool keepsStopWords, string tokens)
    {
        PreparedPassages prepared = Prepare(["The right to PRIVACY!"], keepsStopWords, int.MaxValue);
        Assert.That(File.ReadAllLines(prepared.TokensPath), Is.EqualTo([tokens]));
        Assert.That(File.ReadAllLines(prepared.RawPath), Is.EqualTo(["The right to PRIVACY!"]));
    }

    [Test]
    public void Every_run_shuffles_alike_and_a_part_is_the_beginning()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(i => $"word{i}")];
        string[] all = File.ReadAllLines(Prepare(texts, true, int.MaxValue).TokensPath);
        Assert.That(all, Is.Not.EqualTo(texts).And.EquivalentTo(texts));
        PreparedPassages limited = Prepare(texts, true, 10);
        Assert.That(limited.Count, Is.EqualTo(10));
        Assert.That(File.ReadAllLines(limited.TokensPath), Is.EqualTo(all[..10]));
        PreparedPassages part = limited.Take(3, Path.Combine(_folder, "part"));
        Assert.That(File.ReadAllLines(part.TokensPath), Is.EqualTo(all[..3]));
        Assert.That(File.ReadAllLines(part.AboutPath), Has.Length.EqualTo(3));
    }

    [Test]
    public void Labels_hang_on_the_number_alone_and_have_their_shares()
    {
        const int Count = 20_000;
        int threats = Enumerable.Range(0, Count).Count(i => Labels.ThemesOf(i).Contains("threats"));
        Assert.That(threats / (double)Count, Is.EqualTo(0.30).Within(0.02));
        Assert.That(Enumerable.Range(0, Count).Select(i => Labels.IssuerOf(i)).Distinct().Count(), Is.EqualTo(50));
        Assert.That(Labels.IssuerOf(7), Is.EqualTo(Labels.IssuerOf(7)));
        Assert.That(Labels.Themes.Count(), Is.EqualTo(4));
    }

    private PreparedPassages Prepare(string[] texts, bool keepsStopWords, int limit)
    {
        string path = Path.Combine(_folder, "passages.jsonl");
        File.WriteAllLines(path, texts.Select(text => $$"""{"text":"{{text}}"}"""));
        return PreparedPassages.Write(
            path, Path.Combine(_folder, "prepared"), keepsStopWords, limit, Analyzers.Unstemmed);
    }
}
