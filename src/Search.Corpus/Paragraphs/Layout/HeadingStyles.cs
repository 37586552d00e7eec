namespace Search.Corpus.Paragraphs.Layout;

/// <summary>Tells headings by their type: larger than the text, or bold or in capitals and short.</summary>
internal sealed class HeadingStyles
{
    /// <summary>Level of what only bold type makes a heading.</summary>
    public const int BoldLevel = 4;

    private const int LongestHeading = 240;
    private readonly LayoutMeasures _measures;

    /// <summary>Takes the document's measures.</summary>
    public HeadingStyles(LayoutMeasures measures) => _measures = measures;

    /// <summary>Level from 1 of a unit that is a heading; 0 for others.</summary>
    public int LevelOf(List<LayoutLine> lines, string text)
    {
        if (text.Length > LongestHeading || lines.Count > 5 || !text.Any(char.IsLetter))
        {
            return 0;
        }

        double size = lines[0].Size;
        double ratio = _measures.BodySize > 0 ? size / _measures.BodySize : 1;
        bool isBold = !_measures.IsBodyBold && lines.TrueForAll(line => line.IsBold);
        bool isEnded = text[^1] is '.' or ';' or ',' && !Prose.IsCapitals(text);
        if (ratio >= 1.12 && !isEnded)
        {
            return ratio >= 1.7 ? 1 : ratio >= 1.3 ? 2 : 3;
        }

        return isBold && !isEnded && text[^1] != ':' ? BoldLevel : 0;
    }
}
