using System.Globalization;
using Search.Corpus.Paragraphs.Layout;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Reads scans by recognising their letters: <c>ocrmypdf</c> where it is installed, else <c>tesseract</c> over pages
/// drawn by poppler. Both leave a PDF with an invisible layer of text, which is then read as any other. They work on
/// this machine alone.
/// </summary>
internal static class ScanReader
{
    /// <summary>How many times the memory of other tools these may map.</summary>
    private const int MemoryFactor = 4;

    /// <summary>Long side of a drawn page in pixels, whatever size the file claims: A4 at 300 dots an inch.</summary>
    private const int LongSide = 3508;

    /// <summary>Reads.</summary>
    /// <param name="file">The scan.</param>
    /// <param name="pageCount">Its pages.</param>
    /// <param name="hasText">True where there is a text layer that is not to be believed.</param>
    /// <exception cref="ReadException">No tool is installed, or nothing was recognised.</exception>
    public static List<LayoutPage> Read(FileContent file, int pageCount, bool hasText)
    {
        CorpusOptions options = file.Options;
        if (!CanRead(options))
        {
            throw new ReadException(
                ReasonCodes.NoTextLayer,
                options.ReadsScans
                    ? "a scan without a text layer: install ocrmypdf or tesseract-ocr (Debian) to have it read"
                    : "a scan without a text layer, and reading scans is switched off");
        }

        bool isWhole = ToolProcess.Find(options.OcrMyPdfTool) is not null;
        file.Time.Extend(options.ScanTimeout);
        int count = Math.Min(pageCount, options.MaxScanPages);
        string languages = options.ScanLanguages.Length > 0 ? options.ScanLanguages : InstalledLanguages(file);
        string folder = Directory.CreateTempSubdirectory("search-scan-").FullName;
        try
        {
            List<LayoutPage> pages = isWhole
                ? ReadWhole(file, folder, count, languages, hasText)
                : ReadByPage(file, folder, count, languages);
            if (!pages.Exists(page => page.Fragments.Count > 0))
            {
                throw new ReadException(ReasonCodes.Empty, "a scan on whose pages no letters were recognised");
            }

            string name = Path.GetFileName(isWhole ? options.OcrMyPdfTool : options.TesseractTool);
            file.Warnings.Add($"a scan, read by recognising its letters with {name} ({languages}): expect errors");
            if (count < pageCount)
            {
                file.Warnings.Add($"only the first {count} of {pageCount} pages were read");
            }

            return pages;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>True where scans are to be read and a tool for it is installed.</summary>
    public static bool CanRead(CorpusOptions options) => options.ReadsScans
        && (ToolProcess.Find(options.OcrMyPdfTool) is not null
            || (ToolProcess.Find(options.TesseractTool) is not null
                && ToolProcess.Find(options.DrawingTool) is not null));

    private static List<LayoutPage> ReadWhole(
        FileContent file, string folder, int count, string languages, bool hasText)
    {
        string output = Path.Combine(folder, "text.pdf");
        Run(
            file,
            file.Options.OcrMyPdfTool,
            [
                "--quiet", hasText ? "--force-ocr" : "--skip-text", "--output-type", "pdf", "--optimize", "0",
                "--jobs", "1", "--pages", string.Create(CultureInfo.InvariantCulture, $"1-{count}"),
                "-l", languages, file.Path, output,
            ]);
        return [.. PdfFormat.ReadPages(file, output).Take(count)];
    }

    private static List<LayoutPage> ReadByPage(FileContent file, string folder, int count, string languages)
    {
        List<LayoutPage> pages = [];
        string image = Path.Combine(folder, "page");
        for (int number = 1; number <= count; number++)
        {
            string page = number.ToString(CultureInfo.InvariantCulture);
            Run(
                file,
                file.Options.DrawingTool,
                ["-q", "-gray", "-singlefile", "-scale-to", LongSide.ToString(CultureInfo.InvariantCulture),
                    "-f", page, "-l", page, file.Path, image]);
            Run(
                file, file.Options.TesseractTool, [image + ".pgm", image, "-l", languages, "--dpi", "300", "pdf"]);
            foreach (LayoutPage read in PdfFormat.ReadPages(file, image + ".pdf").Take(1))
            {
                LayoutPage numbered = new(number, read.Width, read.Height);
                numbered.Fragments.AddRange(read.Fragments);
                pages.Add(numbered);
            }
        }

        return pages;
    }

    private static void Run(FileContent file, string tool, string[] arguments)
    {
        using ToolProcess? process = ToolProcess.Start(
            tool, arguments, file.Options.MaxToolMemoryBytes * MemoryFactor, file.Cancellation);
        process?.Output.ReadToEnd();
        int exitCode = process?.WaitForExit() ?? 127;
        file.Cancellation.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw new ReadException(
                ReasonCodes.NoTextLayer,
                $"a scan without a text layer, and {Path.GetFileName(tool)} failed to read it (exit code {exitCode})");
        }
    }

    // "osd" and "equ" tell directions and formulas: they are no languages.
    private static string InstalledLanguages(FileContent file)
    {
        using ToolProcess? process = ToolProcess.Start(
            file.Options.TesseractTool, ["--list-langs"], file.Options.MaxToolMemoryBytes, file.Cancellation);
        string[] found = process is null
            ? []
            : [.. process.Output.ReadToEnd().Split('\n').Skip(1).Select(line => line.Trim())
                .Where(line => line.Length is > 0 and < 40 && line is not ("osd" or "equ") && !line.Contains('/'))
                .Order(StringComparer.Ordinal)];
        return found.Length == 0 ? "eng" : string.Join('+', found);
    }
}
