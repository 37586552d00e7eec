using NUnit.Framework;
using Search.Corpus.Documents;

namespace Search.Corpus.Tests.Documents;

public sealed class ScanReaderTests
{
    private const string Scan = "corpus/un-general-debate-2024/ht_fr.pdf";

    [Test]
    public async Task A_scan_is_read_by_recognising_its_letters_where_a_tool_for_it_is_installed()
    {
        CorpusOptions options = new() { MaxScanPages = 1 };
        if (!ScanTools.CanRead(options))
        {
            Assert.Ignore("neither ocrmypdf nor tesseract is installed");
            return;
        }

        ReadResult result = await DocumentReader.ReadFileAsync(TestData.Find(Scan), options);

        Assert.That(result.Document, Is.Not.Null, result.Failure?.Message);
        string text = string.Join(' ', result.Document?.Paragraphs.Select(unit => unit.Text) ?? []);
        Assert.That(text, Does.Contain("EDGARD LEBLANC"));
        Assert.That(result.Document?.Warnings, Has.Some.Contain("recognising its letters"));
        Assert.That(result.Document?.Warnings, Has.Some.Contain("only the first 1 of 20 pages"));
    }

    [Test]
    public async Task Without_a_tool_the_message_says_what_to_install()
    {
        CorpusOptions options = new() { OcrMyPdfTool = "", TesseractTool = "" };

        ReadResult result = await DocumentReader.ReadFileAsync(TestData.Find(Scan), options);

        Assert.That(result.Failure?.Code, Is.EqualTo("no-text-layer"));
        Assert.That(result.Failure?.Message, Does.Contain("install ocrmypdf or tesseract-ocr"));
    }

    [Test]
    public async Task Recognition_ends_at_its_own_limit_of_time()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("the stand-in for the tool is a shell script");
            return;
        }

        using TestFolder folder = new();
        string tool = folder.Write("tool.sh", "#!/bin/sh\nexec sleep 60\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        CorpusOptions options = new() { OcrMyPdfTool = tool, ScanTimeout = TimeSpan.FromMilliseconds(300) };

        ReadResult result = await DocumentReader.ReadFileAsync(TestData.Find(Scan), options);

        Assert.That(result.Failure?.Code, Is.EqualTo("timeout"));
    }
}
