using Search.Corpus.Paragraphs.Layout;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Reads PDF through poppler: a child process under a limit of memory and time gives each page's pieces of text with
/// their boxes and fonts, which are put together here. A scan is read by recognising its letters, where that can be.
/// </summary>
internal static class PdfFormat
{
    private const int FewestBlankPages = 3;

    /// <summary>Reads.</summary>
    /// <exception cref="ReadException">No text layer, encrypted, damaged, no poppler, too long.</exception>
    public static FormatResult Read(FileContent file)
    {
        List<LayoutPage> pages = ReadPages(file, file.Path);
        int blank = pages.Count(IsBlank);
        if (blank == pages.Count)
        {
            pages = ScanReader.Read(file, pages.Count, hasText: false);
        }
        else if (blank >= FewestBlankPages && blank * 2 > pages.Count)
        {
            file.Warnings.Add($"{blank} of {pages.Count} pages have no text: perhaps they are scans");
        }

        if (blank < pages.Count && GarbledText.Is(pages))
        {
            file.Warnings.Add("the text layer is garbled: its fonts have no map to Unicode");
            if (ScanReader.CanRead(file.Options))
            {
                pages = ScanReader.Read(file, pages.Count, hasText: true);
            }
            else
            {
                file.Warnings.Add("install ocrmypdf or tesseract-ocr (Debian) to have its letters recognised instead");
            }
        }

        return new FormatResult(FileFormat.Pdf, LayoutSplitter.Split(pages, file.Cancellation))
        {
            Own = PdfInfo.Read(file),
        };
    }

    /// <summary>Pages of a PDF on disk with their pieces of text.</summary>
    /// <exception cref="ReadException">Encrypted, damaged, no poppler.</exception>
    public static List<LayoutPage> ReadPages(FileContent file, string path)
    {
        string[] arguments = ["-xml", "-i", "-q", "-hidden", "-nodrm", "-noroundcoord", "-stdout", path];
        using ToolProcess process = ToolProcess.Start(
            file.Options.PdfTool, arguments, file.Options.MaxToolMemoryBytes, file.Cancellation) ?? throw Missing();
        PdfXmlReader reader = new(file.Options.MaxTextLength);
        List<LayoutPage> pages = reader.Read(process.Output);
        int exitCode = process.WaitForExit();
        file.Cancellation.ThrowIfCancellationRequested();
        Check(pages, exitCode, process.Errors, file);
        return pages;
    }

    private static bool IsBlank(LayoutPage page) =>
        page.Fragments.TrueForAll(fragment => fragment.Text.AsSpan().Trim().IsEmpty);

    private static void Check(List<LayoutPage> pages, int exitCode, string errors, FileContent file)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase)
            || errors.Contains("Copying of text", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadException(ReasonCodes.Encrypted, "the PDF is protected by a password");
        }

        if (exitCode == 127)
        {
            throw Missing();
        }

        if (pages.Count == 0)
        {
            string reason = errors.Split('\n')[0].Trim();
            throw new ReadException(ReasonCodes.Damaged,
                $"poppler cannot read the PDF: {(reason.Length > 0 ? reason : "no pages")}");
        }

        if (exitCode != 0)
        {
            file.Warnings.Add($"poppler ended with {exitCode}: some pages may be missing");
        }
    }

    private static ReadException Missing() =>
        new(ReasonCodes.ToolMissing, "PDF needs poppler's pdftohtml: install poppler-utils");
}
