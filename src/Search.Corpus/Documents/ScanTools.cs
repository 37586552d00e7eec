using Search.Corpus.Documents.Formats;

namespace Search.Corpus.Documents;

/// <summary>What of the tools for scans is installed.</summary>
public static class ScanTools
{
    /// <summary>True where scans are to be read and can be: one named <see cref="ReasonCodes.NoTextLayer"/> is worth
    /// another try.</summary>
    public static bool CanRead(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ScanReader.CanRead(options);
    }
}
