using System.Text;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Formats by name, told by their content first and by the file's extension where the content leaves it open.
/// </summary>
internal static class FileFormat
{
    /// <summary>Plain text.</summary>
    public const string Text = "text";

    /// <summary>Markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>HTML or XHTML.</summary>
    public const string Html = "html";

    /// <summary>Any XML that is not XHTML.</summary>
    public const string Xml = "xml";

    /// <summary>PDF.</summary>
    public const string Pdf = "pdf";

    /// <summary>A zip archive, to be told apart by what is in it.</summary>
    public const string Zip = "zip";

    private const int HeadLength = 2048;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = Text,
        [".text"] = Text,
        [""] = Text,
        [".md"] = Markdown,
        [".markdown"] = Markdown,
        [".html"] = Html,
        [".htm"] = Html,
        [".xhtml"] = Html,
        [".xml"] = Xml,
        [".akn"] = Xml,
        [".fmx"] = Xml,
        [".pdf"] = Pdf,
        [".docx"] = Zip,
        [".odt"] = Zip,
        [".epub"] = Zip,
    };

    /// <summary>Tells the format.</summary>
    /// <exception cref="ReadException">It is one that is not read.</exception>
    public static string Of(string path, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, HeadLength)];
        string extension = Path.GetExtension(path);
        string? named = ByExtension.GetValueOrDefault(extension);
        if (head.IndexOf("%PDF-"u8) is >= 0 and < 1024)
        {
            return Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return Zip;
        }

        if (head.StartsWith("{\\rtf"u8))
        {
            throw new ReadException(ReasonCodes.UnsupportedFormat, "RTF is not read: save as DOCX or PDF");
        }

        if (head.StartsWith(CompoundFile))
        {
            throw OfCompoundFile(bytes);
        }

        if (named is Pdf or Zip)
        {
            throw new ReadException(ReasonCodes.Damaged, $"the file does not begin as a {extension} file does");
        }

        if (extension.Equals(".eml", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadException(ReasonCodes.UnsupportedFormat, "mail is not read: save it as HTML, text or PDF");
        }

        if (named is null)
        {
            throw new ReadException(ReasonCodes.UnsupportedFormat, $"files of type '{extension}' are not read");
        }

        return Markup(head, named) ?? named;
    }

    // Office programs wrap what they encrypt, DOCX too, into the container of their old formats.
    private static ReadException OfCompoundFile(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new ReadException(ReasonCodes.Encrypted, "the document is protected by a password")
            : new ReadException(
                ReasonCodes.UnsupportedFormat,
                "the binary formats of old office programs (.doc and the like) are not read: save as DOCX or PDF,"
                    + " or run 'soffice --convert-to docx FILE'");

    /// <summary>HTML or XML by how the text begins; null where it begins otherwise.</summary>
    private static string? Markup(ReadOnlySpan<byte> head, string named)
    {
        string text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        text = text.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        if (!text.StartsWith('<') || named == Markdown)
        {
            return null;
        }

        bool isHtml = text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
        bool isXml = text.StartsWith("<?xml", StringComparison.Ordinal) || named == Xml;
        return isHtml ? Html : isXml ? Xml : null;
    }
}
