using System.Xml;
using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Reads HTML, XHTML and XML.</summary>
internal static class MarkupFormats
{
    /// <summary>
    /// Reads HTML; what is well-formed XHTML is read as XML, so that closed empty elements stay closed.
    /// </summary>
    public static FormatResult ReadHtml(FileContent file)
    {
        DecodedText decoded = Decode(file);
        MarkupNode root = ParseHtml(decoded.Text, file);
        // Before what is not main text is taken out of the tree.
        MetadataValues own = MarkupMetadata.OfHtml(root);
        Extraction extraction = MarkupSplitter.Split([MainText.Find(root)], file.Cancellation);
        return new FormatResult(FileFormat.Html, extraction with { Encoding = decoded.Encoding }) { Own = own };
    }

    /// <summary>Reads XML of any vocabulary.</summary>
    public static FormatResult ReadXml(FileContent file)
    {
        using MemoryStream stream = new(file.Bytes, writable: false);
        MarkupNode root;
        try
        {
            root = MarkupTrees.FromXml(stream, file);
        }
        catch (XmlException e) when (e.Message.Contains("entity", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadException(ReasonCodes.Damaged, "the XML names entities of its own, which are not expanded",
                e);
        }

        MarkupNode? document = root.Children.FirstOrDefault(child => !child.IsText);
        string format = document?.Name switch
        {
            "akomantoso" => "akoma-ntoso",
            "cons.act" or "act" or "act.formex" => "formex",
            _ => FileFormat.Xml,
        };
        Extraction extraction = MarkupSplitter.Split([root], file.Cancellation);
        return new FormatResult(format, extraction) { Own = MarkupMetadata.OfXml(root) };
    }

    /// <summary>Parses HTML, well-formed or not.</summary>
    public static MarkupNode ParseHtml(string text, FileContent file)
    {
        int html = text.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
        int end = html < 0 ? -1 : text.IndexOf('>', html);
        bool isXhtml = end > html && text.AsSpan(html, end - html).Contains("xhtml", StringComparison.Ordinal);
        if (isXhtml)
        {
            try
            {
                MarkupNode root = MarkupTrees.FromXml(text, file);
                return root.Children.First(child => !child.IsText);
            }
            catch (XmlException)
            {
                // Not well-formed after all: browsers would still show it.
            }
        }

        return MarkupTrees.FromHtml(text, file);
    }

    private static DecodedText Decode(FileContent file)
    {
        DecodedText decoded = DecodedText.From(file.Bytes);
        if (decoded.Text.Length > file.Options.MaxTextLength)
        {
            throw new ReadException(ReasonCodes.TooLarge, $"more than {file.Options.MaxTextLength} characters of text");
        }

        return decoded;
    }
}
