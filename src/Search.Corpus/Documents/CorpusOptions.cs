namespace Search.Corpus.Documents;

/// <summary>
/// Limits under which every file is read, and where the tools are. Each broken limit is a reason code.
/// </summary>
public sealed record CorpusOptions
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Longest extracted text, in UTF-16 code units.</summary>
    public int MaxTextLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Longest time one file may take, but for the recognition of scans.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory that a child process may map, in bytes; 0 for no limit.</summary>
    public long MaxToolMemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Deepest nesting of elements in markup.</summary>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Most elements, attributes and pieces of text in markup: each takes far more memory than its sign in the
    /// file.</summary>
    public int MaxNodes { get; init; } = 1_000_000;

    /// <summary>Most memory that a parser of HTML may allocate for one file, in bytes.</summary>
    public long MaxParserMemoryBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most entries in an archive (DOCX, ODT, EPUB).</summary>
    public int MaxArchiveEntries { get; init; } = 10_000;

    /// <summary>Largest unpacked size of an archive's parts together, in bytes.</summary>
    public long MaxArchiveBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Largest ratio of unpacked to packed size of a part of more than 1 MB.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Poppler's <c>pdftohtml</c>: a name looked up in PATH, or a path.</summary>
    public string PdfTool { get; init; } = "pdftohtml";

    /// <summary>Poppler's <c>pdfinfo</c>, for a PDF's own title and date; empty to leave them.</summary>
    public string PdfInfoTool { get; init; } = "pdfinfo";

    /// <summary>Whether scans without a text layer are read by recognising their letters, where a tool for it is
    /// installed.</summary>
    public bool ReadsScans { get; init; } = true;

    /// <summary>Most pages of a scan that are read.</summary>
    public int MaxScanPages { get; init; } = 200;

    /// <summary>Longest time the recognition of one scan may take.</summary>
    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Languages of scans as tesseract names them, such as <c>eng+fra</c>; empty for all that are
    /// installed.</summary>
    public string ScanLanguages { get; init; } = "";

    /// <summary><c>ocrmypdf</c>: a name looked up in PATH, or a path; empty for none.</summary>
    public string OcrMyPdfTool { get; init; } = "ocrmypdf";

    /// <summary><c>tesseract</c>, used where there is no ocrmypdf; empty for none.</summary>
    public string TesseractTool { get; init; } = "tesseract";

    /// <summary>Poppler's <c>pdftoppm</c>, which draws pages for tesseract.</summary>
    public string DrawingTool { get; init; } = "pdftoppm";
}
