using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Documents.Formats;

/// <summary>Reads plain text and Markdown in any encoding.</summary>
internal static class TextFormats
{
    /// <summary>Reads plain text.</summary>
    public static FormatResult ReadText(FileContent file)
    {
        DecodedText decoded = Decode(file);
        MetadataValues? frontMatter = FrontMatter.Read(decoded.Text, out int start, file.Warnings);
        Extraction extraction = TextSplitter.Split(decoded.Text, start, file.Cancellation);
        return new FormatResult(FileFormat.Text,
            extraction with { Encoding = decoded.Encoding })
        { FrontMatter = frontMatter };
    }

    /// <summary>Reads Markdown.</summary>
    public static FormatResult ReadMarkdown(FileContent file)
    {
        DecodedText decoded = Decode(file);
        MetadataValues? frontMatter = FrontMatter.Read(decoded.Text, out int start, file.Warnings);
        Extraction extraction = MarkdownSplitter.Split(decoded.Text, start, file.Cancellation);
        return new FormatResult(FileFormat.Markdown, extraction with { Encoding = decoded.Encoding })
        {
            FrontMatter = frontMatter,
        };
    }

    private static DecodedText Decode(FileContent file)
    {
        DecodedText decoded = DecodedText.From(file.Bytes);
        if (decoded.Text.Length > file.Options.MaxTextLength)
        {
            throw new ReadException(ReasonCodes.TooLarge, $"more than {file.Options.MaxTextLength} characters of text");
        }

        if (decoded.Encoding != "utf-8")
        {
            file.Warnings.Add($"read as {decoded.Encoding}");
        }

        return decoded;
    }
}
