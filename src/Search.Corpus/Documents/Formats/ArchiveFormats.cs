using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Reads the formats that are zip archives: DOCX, ODT, EPUB.</summary>
internal static class ArchiveFormats
{
    private const string WordDocument = "word/document.xml";

    /// <summary>Reads.</summary>
    /// <exception cref="ReadException">It is none of the three, or breaks a limit.</exception>
    public static FormatResult Read(FileContent file)
    {
        using ZipPackage package = ZipPackage.Open(file);
        if (package.Has(WordDocument))
        {
            return new FormatResult("docx", DocxReader.Read(package, file)) { Own = CoreProperties(package, file) };
        }

        if (package.Has("META-INF/container.xml"))
        {
            return ReadEpub(package, file);
        }

        if (package.Has("content.xml"))
        {
            return ReadOdt(package, file);
        }

        bool isEncrypted = package.Has("EncryptedPackage");
        throw new ReadException(
            isEncrypted ? ReasonCodes.Encrypted : ReasonCodes.UnsupportedFormat,
            "an archive that is neither DOCX nor ODT nor EPUB is not read");
    }

    private static FormatResult ReadOdt(ZipPackage package, FileContent file)
    {
        using MemoryStream content = package.Read("content.xml") ?? throw NoPart("content.xml");
        MarkupNode root = MarkupTrees.FromXml(content, file);
        MarkupNode body = root.Descendants().FirstOrDefault(node => node.Name == "body") ?? root;
        MetadataValues? own = null;
        using MemoryStream? meta = package.Read("meta.xml");
        if (meta is not null)
        {
            own = Properties(MarkupTrees.FromXml(meta, file));
        }

        return new FormatResult("odt", MarkupSplitter.Split([body], file.Cancellation)) { Own = own };
    }

    private static FormatResult ReadEpub(ZipPackage package, FileContent file)
    {
        using MemoryStream container = package.Read("META-INF/container.xml") ?? throw NoPart("container.xml");
        string? name = MarkupTrees.FromXml(container, file).Descendants()
            .FirstOrDefault(node => node.Name == "rootfile")?["full-path"];
        using MemoryStream opf = package.Read(name ?? "") ?? throw NoPart(name ?? "rootfile");
        MarkupNode book = MarkupTrees.FromXml(opf, file);
        string folder = name is not null && name.Contains('/', StringComparison.Ordinal)
            ? name[..(name.LastIndexOf('/') + 1)] : "";
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (MarkupNode item in book.Descendants().Where(node => node.Name == "item" && node["href"].Length > 0))
        {
            parts.TryAdd(item["id"], folder + Uri.UnescapeDataString(item["href"]));
        }

        List<MarkupNode> roots = [];
        foreach (MarkupNode reference in book.Descendants().Where(node => node.Name == "itemref"))
        {
            file.Cancellation.ThrowIfCancellationRequested();
            using MemoryStream? part = parts.TryGetValue(reference["idref"], out string? path) ? package.Read(path)
                : null;
            if (part is not null)
            {
                string text = DecodedText.From(part.ToArray()).Text;
                roots.Add(MainText.Find(MarkupFormats.ParseHtml(text, file)));
            }
        }

        Extraction extraction = MarkupSplitter.Split(roots, file.Cancellation);
        return new FormatResult("epub", extraction) { Own = Properties(book) };
    }

    private static MetadataValues? CoreProperties(ZipPackage package, FileContent file)
    {
        using MemoryStream? core = package.Read("docProps/core.xml");
        return core is null ? null : Properties(MarkupTrees.FromXml(core, file));
    }

    // Dublin Core, as Word, OpenDocument and EPUB all have it.
    private static MetadataValues Properties(MarkupNode root)
    {
        string? title = null;
        string? date = null;
        string? publisher = null;
        string? language = null;
        foreach (MarkupNode node in root.Descendants().Where(node => node.IsLeaf))
        {
            string text = node.AllText().Trim();
            switch (node.Name)
            {
                case "title" when text.Contains(' ', StringComparison.Ordinal):
                    title ??= text;
                    break;
                case "date" or "created" or "creation-date" when text.Length >= 4:
                    date ??= text;
                    break;
                case "publisher":
                    publisher ??= text;
                    break;
                case "language":
                    language ??= text;
                    break;
            }
        }

        return new MetadataValues { Title = title, Date = date, Issuer = publisher, Language = language };
    }

    private static ReadException NoPart(string name) =>
        new(ReasonCodes.Damaged, $"the archive has no part '{name}'");
}
