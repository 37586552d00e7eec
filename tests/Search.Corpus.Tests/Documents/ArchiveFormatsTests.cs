using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Documents;

public sealed class ArchiveFormatsTests
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Test]
    public async Task A_word_document_gives_headings_numbered_items_notes_and_tables()
    {
        SourceDocument document = await ReadAsync("a.docx", WordDocument());

        Assert.Multiple(() =>
        {
            Assert.That(document.Format, Is.EqualTo("docx"));
            Assert.That(document.Paragraphs.Select(unit => (unit.Kind, unit.Text)), Is.EqualTo([
                (ParagraphKind.Heading, "The Title"),
                (ParagraphKind.Paragraph, "A sentence¹ that a stray return has cut"),
                (ParagraphKind.Footnote, "1 The note."),
                (ParagraphKind.Paragraph, "and goes on here."),
                (ParagraphKind.Item, "a) first"),
                (ParagraphKind.Item, "b) second"),
                (ParagraphKind.Table, "x | y\n1 | 2"),
            ]));
            Assert.That(document.Metadata.Title.Value, Is.EqualTo("A Title Of Its Own"));
            Assert.That(document.Paragraphs.Any(unit =>
                unit.Text.Contains("deleted", StringComparison.Ordinal)), Is.False);
        });
    }

    [Test]
    public async Task An_open_document_and_a_book_are_read()
    {
        SourceDocument odt = await ReadAsync("a.odt", Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", """
                <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
                <text:h text:outline-level="2">Head</text:h><text:p>Some <text:span>text</text:span> here.<text:note>
                <text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body>
                </text:note>
                </text:p><text:list><text:list-item><text:p>an item</text:p></text:list-item></text:list>
                </office:text></office:body></office:document-content>
                """)));
        SourceDocument epub = await ReadAsync("a.epub", Zip(
            ("META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='x/book.opf'/></rootfiles></container>"),
            ("x/book.opf", """
                <package xmlns:dc="d"><metadata><dc:title>The Whole Book</dc:title></metadata><manifest>
                <item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>
                <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
                """),
            ("x/a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>One</h1><p>First "
                + "text.</p></body></html>"),
            ("x/b.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Second text.</p></body></html>")));

        Assert.Multiple(() =>
        {
            Assert.That(odt.Paragraphs.Select(unit => (unit.Kind, unit.Text)), Is.EqualTo([
                (ParagraphKind.Heading, "Head"),
                (ParagraphKind.Paragraph, "Some text here."),
                (ParagraphKind.Footnote, "1 The note."),
                (ParagraphKind.Item, "an item"),
            ]));
            Assert.That(epub.Paragraphs.Select(unit => unit.Text), Is.EqualTo(["One", "First text.", "Second text."]));
            Assert.That(epub.Metadata.Title.Value, Is.EqualTo("The Whole Book"));
        });
    }

    [Test]
    public async Task A_zip_bomb_many_entries_and_a_cut_archive_are_refused_with_a_reason()
    {
        using TestFolder folder = new();
        byte[] bomb = Zip(("word/document.xml", new string('a', 50_000_000)));
        byte[] crowd = Zip([.. Enumerable.Range(0, 50).Select(i => ($"p{i}", "x"))]);
        byte[] whole = WordDocument();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await CodeOfAsync(folder.Write("bomb.docx", bomb)), Is.EqualTo("archive-bomb"));
            Assert.That(
                await CodeOfAsync(folder.Write("crowd.docx", crowd), new CorpusOptions { MaxArchiveEntries = 20 }),
                Is.EqualTo("archive-bomb"));
            Assert.That(await CodeOfAsync(folder.Write("cut.docx", whole[..(whole.Length / 2)])),
                Is.EqualTo("damaged"));
            Assert.That(await CodeOfAsync(folder.Write("other.docx", Zip(("x", "y")))),
                Is.EqualTo("unsupported-format"));
        });
    }

    [Test]
    public async Task Mutated_archives_end_in_a_document_or_a_reason()
    {
        int seed = Environment.TickCount;
        await TestContext.Out.WriteLineAsync($"seed {seed}");
        Random random = new(seed);
        using TestFolder folder = new();
        byte[] whole = WordDocument();
        for (int i = 0; i < 100; i++)
        {
            byte[] bytes = [.. whole];
            for (int k = random.Next(1, 10); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ReadResult result = await DocumentReader.ReadFileAsync(folder.Write("a.docx", bytes));

            Assert.That(result.Failure?.Code, Is.Not.EqualTo("internal"), result.Failure?.Message);
        }
    }

    private static byte[] WordDocument() => Zip(
        ("word/document.xml", $"""
            <w:document {Word}><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>The Title</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">A sentence</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>
            <w:t xml:space="preserve"> that a stray </w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>
            <w:r><w:t>return has cut</w:t></w:r></w:p><w:p><w:r><w:t>and goes on here.</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>first</w:t></w:r>
            </w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>second</w:t></w:r>
            </w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p>
            </w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>
            </w:tr></w:tbl>
            </w:body></w:document>
            """),
        ("word/styles.xml", $"""
            <w:styles {Word}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>
            """),
        ("word/numbering.xml", $"""
            <w:numbering {Word}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
            <w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>
            """),
        ("word/footnotes.xml", $"""
            <w:footnotes {Word}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
            <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> The note.</w:t></w:r></w:p></w:footnote>
            </w:footnotes>
            """),
        ("docProps/core.xml", "<cp xmlns:dc='d'><dc:title>A Title Of Its Own</dc:title></cp>"));

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                using Stream part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static async Task<string?> CodeOfAsync(string path, CorpusOptions? options = null) =>
        (await DocumentReader.ReadFileAsync(path, options)).Failure?.Code;

    private static async Task<SourceDocument> ReadAsync(string name, byte[] content)
    {
        using TestFolder folder = new();
        ReadResult result = await DocumentReader.ReadFileAsync(folder.Write(name, content));
        Assert.That(result.Failure, Is.Null);
        return result.Document ?? throw new InvalidOperationException();
    }
}
