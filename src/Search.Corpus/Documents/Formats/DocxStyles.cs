using System.Globalization;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>What a Word document's styles and numbering say of its paragraphs.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _numbering = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, int Level), (string Format, string Text, int Start)> _levels = [];
    private readonly Dictionary<string, string> _abstractOf = new(StringComparer.Ordinal);

    /// <summary>Reads the parts, where they are there.</summary>
    public static DocxStyles Read(ZipPackage package, FileContent file)
    {
        DocxStyles styles = new();
        using MemoryStream? styleStream = package.Read("word/styles.xml");
        if (styleStream is not null)
        {
            styles.ReadStyles(MarkupTrees.FromXml(styleStream, file));
        }

        using MemoryStream? numberingStream = package.Read("word/numbering.xml");
        if (numberingStream is not null)
        {
            styles.ReadNumbering(MarkupTrees.FromXml(numberingStream, file));
        }

        return styles;
    }

    /// <summary>Level of a heading style from 1; 0 for other styles.</summary>
    public int HeadingLevel(string style) => _headings.GetValueOrDefault(style);

    /// <summary>Id of the list that a style puts its paragraphs into; null for none.</summary>
    public string? ListOf(string style) => _numbering.GetValueOrDefault(style);

    /// <summary>
    /// Format of a list's level (<c>decimal</c>, <c>bullet</c>, ...), its text such as <c>%1.</c>, and its start.
    /// </summary>
    public (string Format, string Text, int Start)? LevelOf(string list, int level) =>
        _abstractOf.TryGetValue(list, out string? id) && _levels.TryGetValue((id, level), out var found) ? found : null;

    private void ReadStyles(MarkupNode root)
    {
        foreach (MarkupNode style in root.Descendants().Where(node => node.Name == "style"
            && node["type"] == "paragraph"))
        {
            string id = style["styleid"];
            string name = style.Children.FirstOrDefault(node => node.Name == "name")?["val"].ToLowerInvariant() ?? "";
            MarkupNode? outline = style.Descendants().FirstOrDefault(node => node.Name == "outlinelvl");
            int level = name == "title" ? 1
                : name.StartsWith("heading ", StringComparison.Ordinal) && name.Length == 9 ? name[8] - '0'
                : outline is not null && int.TryParse(outline["val"], out int value) && value < 9 ? value + 1 : 0;
            if (level is > 0 and <= 9)
            {
                _headings[id] = level;
            }

            MarkupNode? list = style.Descendants().FirstOrDefault(node => node.Name == "numid");
            if (list is not null && list["val"] != "0")
            {
                _numbering[id] = list["val"];
            }
        }
    }

    private void ReadNumbering(MarkupNode root)
    {
        foreach (MarkupNode node in root.Descendants().Where(node => node.Name is "abstractnum" or "num"))
        {
            if (node.Name == "num")
            {
                _abstractOf[node["numid"]] = node.Children.FirstOrDefault(child =>
                    child.Name == "abstractnumid")?["val"] ?? "";
                continue;
            }

            foreach (MarkupNode level in node.Children.Where(child => child.Name == "lvl"))
            {
                string Value(string name) => level.Children.FirstOrDefault(child => child.Name == name)?["val"] ?? "";
                int start = int.TryParse(Value("start"), CultureInfo.InvariantCulture, out int from) ? from : 1;
                int index = int.TryParse(level["ilvl"], CultureInfo.InvariantCulture, out int at) ? at : 0;
                _levels[(node["abstractnumid"], index)] = (Value("numfmt"), Value("lvltext"), start);
            }
        }
    }
}
