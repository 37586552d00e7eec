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

    /// <summary>Longest time one file may take.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory that a child process may map, in bytes; 0 for no limit.</summary>
    public long MaxToolMemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Deepest nesting of elements in markup.</summary>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Most entries in an archive (DOCX, ODT, EPUB).</summary>
    public int MaxArchiveEntries { get; init; } = 10_000;

    /// <summary>Largest unpacked size of an archive's parts together, in bytes.</summary>
    public long MaxArchiveBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Largest ratio of unpacked to packed size of a part of more than 1 MB.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Poppler's <c>pdftohtml</c>: a name looked up in PATH, or a path.</summary>
    public string PdfTool { get; init; } = "pdftohtml";
}
