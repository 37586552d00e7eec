using Search.Corpus.Documents;

namespace Search.Service.Settings;

/// <summary>Reads the limits under which documents are read: the section <c>Search:Documents</c>.</summary>
internal static class DocumentSettings
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    public static CorpusOptions Read(SettingsReader reader)
    {
        CorpusOptions defaults = new();
        return new CorpusOptions
        {
            MaxFileBytes = Megabytes(reader, "FileMegabytes", defaults.MaxFileBytes, 1_024),
            MaxTextLength = (int)Megabytes(reader, "TextMegacharacters", defaults.MaxTextLength, 512),
            FileTimeout = Seconds(reader, "FileSeconds", defaults.FileTimeout),
            MaxToolMemoryBytes = Megabytes(reader, "ToolMegabytes", defaults.MaxToolMemoryBytes, 64 * 1_024),
            MaxDepth = reader.Whole("Documents:Depth", defaults.MaxDepth, 8, 2_000),
            MaxNodes = reader.Whole("Documents:Nodes", defaults.MaxNodes, 1_000, 100_000_000),
            MaxParserMemoryBytes = Megabytes(reader, "ParserMegabytes", defaults.MaxParserMemoryBytes, 64 * 1_024),
            MaxArchiveEntries = reader.Whole(
                "Documents:ArchiveEntries", defaults.MaxArchiveEntries, 1, 1_000_000),
            MaxArchiveBytes = Megabytes(reader, "ArchiveMegabytes", defaults.MaxArchiveBytes, 1_024),
            MaxExpansionRatio = reader.Whole(
                "Documents:ExpansionRatio", defaults.MaxExpansionRatio, 1, 10_000),
            ReadsScans = reader.Switch("Documents:ReadScans", defaults.ReadsScans),
            MaxScanPages = reader.Whole("Documents:ScanPages", defaults.MaxScanPages, 1, 10_000),
            ScanTimeout = Seconds(reader, "ScanSeconds", defaults.ScanTimeout),
            ScanLanguages = reader.Text("Documents:ScanLanguages", defaults.ScanLanguages),
        };
    }

    private static long Megabytes(SettingsReader reader, string name, long fallback, int most) =>
        (long)Megabyte * reader.Whole("Documents:" + name, (int)(fallback / Megabyte), 1, most);

    private static TimeSpan Seconds(SettingsReader reader, string name, TimeSpan fallback) =>
        TimeSpan.FromSeconds(reader.Whole("Documents:" + name, (int)fallback.TotalSeconds, 1, 86_400));
}
