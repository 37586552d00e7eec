using System.Diagnostics;
using NUnit.Framework;
using Search.Corpus.Documents;

namespace Search.Corpus.Tests.Documents;

public sealed class PdfFormatTests
{
    private static readonly string[] Opening =
    [
        "The first paragraph of this document runs over three lines of text, so",
        "that the lines have to be joined, and one of its words is hyphen-",
        "ated at a line's end.",
    ];

    private static readonly string[] Cut =
    [
        "The second paragraph is cut by the end of the page in the midst of its",
        "sentence, and a footnote and a page number stand between its parts as",
    ];

    [OneTimeSetUp]
    public void NeedsPoppler()
    {
        try
        {
            ProcessStartInfo start = new("pdftohtml", "-v") { RedirectStandardError = true };
            using Process? process = Process.Start(start);
            process?.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("poppler's pdftohtml is not installed");
        }
    }

    [Test]
    public async Task Paragraphs_headings_notes_and_items_come_out_of_the_layout()
    {
        SourceDocument document = await ReadAsync(TestPdf.Write(
            [
                new(72, 770, "Running header of the report", 9),
                new(72, 720, "A Title in Large Type", 20),
                .. TestPdf.Paragraph(690, Opening),
                .. TestPdf.Paragraph(630, Cut),
                new(72, 100, "1 A footnote in small type, with its own sentence.", 8),
                new(300, 40, "1", 10),
            ],
            [
                new(72, 770, "Running header of the report", 9),
                new(72, 720, "it goes on behind them to its end."),
                new(72, 690, "We ask for:"),
                new(72, 675, "\u0095 one thing;"),
                new(72, 660, "\u0095 another thing."),
                new(300, 40, "2", 10),
            ],
            [
                new(72, 770, "Running header of the report", 9),
                new(72, 720, "The last page has one sentence."),
                new(300, 40, "3", 10),
            ]));

        Assert.Multiple(() =>
        {
            Assert.That(document.Format, Is.EqualTo("pdf"));
            Assert.That(document.Pages, Is.EqualTo(3));
            Assert.That(document.Paragraphs.Select(unit => $"{unit.Kind} {unit.Page} {unit.Text}"), Is.EqualTo([
                "Heading 1 A Title in Large Type",
                "Paragraph 1 The first paragraph of this document runs over three lines of text, so that the "
                    + "lines have to be "
                    + "joined, and one of its words is hyphenated at a line's end.",
                "Paragraph 1 The second paragraph is cut by the end of the page in the midst of its sentence, "
                    + "and a footnote "
                    + "and a page number stand between its parts as it goes on behind them to its end.",
                "Footnote 1 1 A footnote in small type, with its own sentence.",
                "Paragraph 2 We ask for:",
                "Item 2 one thing;",
                "Item 2 another thing.",
                "Paragraph 3 The last page has one sentence.",
            ]));
            Assert.That(document.Paragraphs[3].Mark, Is.EqualTo("1"));
            Assert.That(document.Paragraphs[5].LeadIn, Is.EqualTo("We ask for:"));
            Assert.That(document.Paragraphs[1].HeadingPath, Is.EqualTo(["A Title in Large Type"]));
        });
    }

    [Test]
    public async Task A_page_without_text_is_a_scan()
    {
        using TestFolder folder = new();
        ReadResult result = await DocumentReader.ReadFileAsync(
            folder.Write("a.pdf", TestPdf.Write([[]])), new CorpusOptions { ReadsScans = false });

        Assert.That(result.Failure?.Code, Is.EqualTo("no-text-layer"));
    }

    [Test]
    public async Task The_real_scan_is_named_as_such()
    {
        string scan = TestData.Find("corpus/un-general-debate-2024/ht_fr.pdf");
        ReadResult result = await DocumentReader.ReadFileAsync(scan, new CorpusOptions { ReadsScans = false });

        Assert.That(result.Failure?.Code, Is.EqualTo("no-text-layer"));
    }

    [Test]
    public async Task A_missing_tool_is_named()
    {
        using TestFolder folder = new();
        string path = folder.Write("a.pdf", TestPdf.Write([[new(72, 700, "Text.")]]));

        ReadResult limited = await DocumentReader.ReadFileAsync(path, new CorpusOptions { PdfTool = "/no/such/tool" });
        ReadResult free = await DocumentReader.ReadFileAsync(
            path, new CorpusOptions { PdfTool = "/no/such/tool", MaxToolMemoryBytes = 0 });

        Assert.That(limited.Failure?.Code, Is.EqualTo("tool-missing"));
        Assert.That(free.Failure?.Code, Is.EqualTo("tool-missing"));
    }

    [Test]
    public async Task A_tool_that_never_ends_is_killed_in_time()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("the stand-in for the tool is a shell script");
            return;
        }

        using TestFolder folder = new();
        string tool = folder.Write("tool.sh", "#!/bin/sh\nexec sleep 60\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string path = folder.Write("a.pdf", TestPdf.Write([[new(72, 700, "Text.")]]));
        Stopwatch watch = Stopwatch.StartNew();

        ReadResult result = await DocumentReader.ReadFileAsync(
            path, new CorpusOptions { PdfTool = tool, FileTimeout = TimeSpan.FromMilliseconds(300) });

        Assert.That(result.Failure?.Code, Is.EqualTo("timeout"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task Truncated_and_mutated_files_end_in_a_document_or_a_reason()
    {
        int seed = Environment.TickCount;
        await TestContext.Out.WriteLineAsync($"seed {seed}");
        Random random = new(seed);
        using TestFolder folder = new();
        byte[] whole = TestPdf.Write([.. new[] { TestPdf.Paragraph(690, Opening).Concat(TestPdf.Paragraph(630,
            Cut)) }]);
        for (int i = 0; i < 20; i++)
        {
            byte[] bytes = whole[..random.Next(whole.Length / 4, whole.Length)];
            for (int k = random.Next(8); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ReadResult result = await DocumentReader.ReadFileAsync(folder.Write("a.pdf", bytes));

            Assert.That(result.Failure?.Code, Is.Not.EqualTo("internal"), result.Failure?.Message);
        }
    }

    private static async Task<SourceDocument> ReadAsync(byte[] pdf)
    {
        using TestFolder folder = new();
        ReadResult result = await DocumentReader.ReadFileAsync(folder.Write("a.pdf", pdf));
        Assert.That(result.Failure, Is.Null);
        return result.Document ?? throw new InvalidOperationException();
    }
}
