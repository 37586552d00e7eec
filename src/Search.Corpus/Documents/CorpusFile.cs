namespace Search.Corpus.Documents;

/// <summary>One file of the corpus folder, not yet read.</summary>
/// <param name="RelativePath">Path within the folder, with forward slashes.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="LastWriteTimeUtc">Time of the last change.</param>
public sealed record CorpusFile(string RelativePath, long Length, DateTimeOffset LastWriteTimeUtc)
{
    /// <summary>
    /// Changes when what the manifest or the sidecar says of the file changes; empty where neither says anything.
    /// With length and time it decides whether the file must be read again.
    /// </summary>
    public string MetadataStamp { get; init; } = "";
}
