using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Metadata that markup documents carry in themselves.</summary>
internal static class MarkupMetadata
{
    /// <summary>Of a web page: its title, its meta elements, its language.</summary>
    public static MetadataValues OfHtml(MarkupNode root)
    {
        Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
        string title = "";
        foreach (MarkupNode node in root.Descendants())
        {
            if (node.Name == "meta")
            {
                string name = node["name"].Length > 0 ? node["name"] : node["property"];
                meta.TryAdd(name, node["content"]);
            }
            else if (node.Name == "title" && title.Length == 0 && node.Parent?.Name == "head")
            {
                title = node.AllText().Trim();
            }
            else if (node.Name == "body")
            {
                break;
            }
        }

        return new MetadataValues
        {
            Title = First(meta, "og:title", "dc.title", "dcterms.title")
                ?? (title.Contains(' ', StringComparison.Ordinal) ? title : null),
            Date = First(meta, "article:published_time", "date", "dc.date", "dcterms.date", "dcterms.issued"),
            Issuer = First(meta, "dc.publisher", "dcterms.publisher", "publisher", "og:site_name"),
            Type = First(meta, "dc.type", "dcterms.type"),
            Language = root["lang"].Length > 0 ? root["lang"] : First(meta, "dc.language"),
            Source = First(meta, "og:url"),
            Licence = First(meta, "dc.rights", "dcterms.license"),
        };
    }

    /// <summary>Of Akoma Ntoso and Formex: title, date, language, author.</summary>
    public static MetadataValues OfXml(MarkupNode root)
    {
        MarkupNode? titleKeyword = null;
        MarkupNode? workDate = null;
        MarkupNode? language = null;
        string? title = null;
        string? formexDate = null;
        foreach (MarkupNode node in root.Descendants().Where(node => !node.IsText))
        {
            switch (node.Name)
            {
                case "keyword" when node["refersto"] == "title":
                    titleKeyword ??= node;
                    break;
                case "frbrdate":
                    workDate ??= node;
                    break;
                case "frbrlanguage":
                    language ??= node;
                    break;
                case "ti" or "doctitle" or "title" when title is null && node.TextLength() > 3:
                    title = string.Join(' ',
                        node.Descendants().Where(child => child.IsText).Select(child => child.Text));
                    break;
                case "date" when formexDate is null && node["iso"].Length == 8 && node.Parent?.Name == "p":
                    formexDate = $"{node["iso"][..4]}-{node["iso"][4..6]}-{node["iso"][6..]}";
                    break;
            }
        }

        return new MetadataValues
        {
            Title = titleKeyword?["showas"] is { Length: > 0 } shown ? shown : title,
            Date = workDate?["date"] is { Length: > 0 } date ? date : formexDate,
            Language = language?["language"] is { Length: > 0 } code ? code : null,
        };
    }

    private static string? First(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (meta.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }
}
