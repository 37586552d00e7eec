using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using Search.Passages.Documents;
using Search.Passages.Search;

namespace Search.Passages.Tests.Documents;

/// <summary>Documents, paragraphs and their addresses.</summary>
public sealed class DocumentTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Small();
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [Test]
    public void A_paragraph_is_addressed_by_its_document_and_the_digest_of_its_text()
    {
        PassageHit hit = _index.Search(TestCorpus.Request("hospitals")).Hits.Single();
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes("Ransomware is a threat to hospitals and schools."));

        Assert.That(hit.Id, Is.EqualTo("a-statement~" + Convert.ToHexStringLower(digest)[..12]));
        Assert.That(_index.Paragraph(hit.Id)!.Text, Is.EqualTo(hit.Text));
    }

    [Test]
    public void A_paragraph_comes_with_two_neighbours_on_each_side_and_its_document()
    {
        DocumentView document = _index.Document("a-statement")!;
        PassageHit third = document.Passages[2];
        ParagraphView view = _index.Paragraph(third.Id)!;

        Assert.Multiple(() =>
        {
            Assert.That(view.Number, Is.EqualTo(3));
            Assert.That(string.Join(' ', view.Before.Select(hit => hit.Number)), Is.EqualTo("1 2"));
            Assert.That(string.Join(' ', view.After.Select(hit => hit.Number)), Is.EqualTo("4 5"));
            Assert.That(view.SourceDocument.Title, Is.EqualTo("Joint Statement"));
            Assert.That(view.Generation, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_document_shows_all_its_units_in_order_headings_too()
    {
        DocumentView document = _index.Document("a-statement")!;

        Assert.That(document.Passages.Select(hit => hit.Number), Is.EqualTo(Enumerable.Range(1, document.Units)));
        Assert.That(
            string.Join(' ', document.Passages.Select(hit => hit.Kind)),
            Is.EqualTo("heading paragraph item item heading paragraph"));
        Assert.That(document.Passages[^1].Heading, Is.EqualTo("Threats"));
        Assert.That(document.Paragraphs, Is.EqualTo(4));
    }

    [Test]
    public void An_address_that_is_not_there_finds_nothing()
    {
        Assert.That(_index.Document("nothing"), Is.Null);
        Assert.That(_index.Paragraph("a-statement~000000000000"), Is.Null);
    }

    [TestCase(DocumentSort.Id, "a-report", "a-statement", "b-resolution", "b-undated")]
    [TestCase(DocumentSort.DateAscending, "a-statement", "a-report", "b-resolution", "b-undated")]
    [TestCase(DocumentSort.DateDescending, "b-resolution", "a-report", "a-statement", "b-undated")]
    public void Documents_are_listed_in_the_order_asked_for_page_by_page(DocumentSort sort, params string[] ids)
    {
        var request = new DocumentsRequest { Sort = sort, Limit = 3 };
        DocumentsResponse first = _index.Documents(request);
        DocumentsResponse second = _index.Documents(request with { Cursor = first.Next });

        Assert.That(first.Documents.Concat(second.Documents).Select(document => document.Id), Is.EqualTo(ids));
        Assert.That((first.Total, second.Next), Is.EqualTo((4, (string?)null)));
    }

    [Test]
    public void An_address_outlives_a_new_file_that_asks_for_the_same_one()
    {
        using var corpus = new TestCorpus();
        corpus.Write("same.txt", "The text that was there first.");
        using PassageIndex index = corpus.Indexed();
        corpus.Write("same.md", "The text that came later.");
        _ = TestCorpus.Reindex(index);

        Assert.That(index.Document("same")!.Path, Is.EqualTo("same.txt"));
        Assert.That(index.Document("same-2")!.Path, Is.EqualTo("same.md"));
    }

    [Test]
    public void An_address_outlives_a_rebuild_and_changes_around_it()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        string id = index.Search(TestCorpus.Request("hospitals")).Hits.Single().Id;
        string text = File.ReadAllText(Path.Combine(corpus.Corpus, "a/statement.md"));
        corpus.Write("a/statement.md", text.Replace("# Rights", "# Rights\n\nA paragraph put in before."));
        _ = index.RebuildAsync().GetAwaiter().GetResult();

        Assert.That(index.Paragraph(id)!.Number, Is.EqualTo(7));
    }

    [Test]
    public void A_text_that_stands_twice_in_a_document_has_two_addresses()
    {
        using var corpus = new TestCorpus();
        const string Same = "The very same paragraph of text.\n\n";
        corpus.Write("twice.txt", Same + "Another one between them.\n\n" + Same);
        using PassageIndex index = corpus.Indexed();
        string[] ids = [.. index.Document("twice")!.Passages.Select(hit => hit.Id)];

        Assert.That(ids[2], Is.EqualTo(ids[0] + "-2"));
        Assert.That(index.Paragraph(ids[2])!.Number, Is.EqualTo(3));
    }
}
