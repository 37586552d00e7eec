namespace Search.Corpus.Documents;

/// <summary>
/// Stable codes of why a file was not read. They are part of the interface: a code never changes its meaning.
/// </summary>
public static class ReasonCodes
{
    /// <summary>A scan: pages, but no text on them.</summary>
    public const string NoTextLayer = "no-text-layer";

    /// <summary>Opened only with a password.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Not well-formed, truncated or otherwise broken beyond reading.</summary>
    public const string Damaged = "damaged";

    /// <summary>Larger than the limits allow, as a file or when unpacked.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Nested deeper than the limits allow.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>An archive that unpacks far beyond its size, or has too many entries.</summary>
    public const string ArchiveBomb = "archive-bomb";

    /// <summary>Not read within the time allowed.</summary>
    public const string Timeout = "timeout";

    /// <summary>A format that is not read.</summary>
    public const string UnsupportedFormat = "unsupported-format";

    /// <summary>A program that the format needs is not installed.</summary>
    public const string ToolMissing = "tool-missing";

    /// <summary>The file system refused: permissions, or not a regular file.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>No text in it.</summary>
    public const string Empty = "empty";

    /// <summary>Removed or changed while it was read.</summary>
    public const string Changed = "changed";

    /// <summary>A name that cannot be an address: control characters or bytes that are no UTF-8.</summary>
    public const string BadName = "bad-name";

    /// <summary>A link that leads out of the corpus folder, or in a circle.</summary>
    public const string OutsideFolder = "outside-folder";

    /// <summary>A fault of the reader itself.</summary>
    public const string Internal = "internal";
}
