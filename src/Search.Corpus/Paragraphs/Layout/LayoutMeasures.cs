namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// What is usual in a document: the size of its text, the distance of its lines, the edges of its columns.
/// </summary>
internal sealed class LayoutMeasures
{
    private readonly Dictionary<int, double> _leading = [];

    private LayoutMeasures(double bodySize, bool isBodyBold)
    {
        BodySize = bodySize;
        IsBodyBold = isBodyBold;
    }

    /// <summary>Font size of most of the text.</summary>
    public double BodySize { get; }

    /// <summary>True where most of the text is bold, so that bold says nothing.</summary>
    public bool IsBodyBold { get; }

    /// <summary>Lines of a paragraph on average, as far as the distances of lines tell.</summary>
    public double LinesPerParagraph { get; private set; }

    /// <summary>Measures a document.</summary>
    public static LayoutMeasures Of(List<LayoutPage> pages)
    {
        Dictionary<int, int> sizes = [];
        int bold = 0;
        int all = 0;
        foreach (LayoutLine line in pages.SelectMany(page => page.Lines))
        {
            // Long notes may be more text than what they annotate: the upper part of the pages tells the text's size.
            int length = line.Top < line.Page.Height * 0.6 ? line.Text.Length * 8 : line.Text.Length;
            int key = (int)Math.Round(line.Size);
            sizes[key] = sizes.GetValueOrDefault(key) + length;
            bold += line.IsBold ? length : 0;
            all += length;
        }

        double body = sizes.Count == 0 ? 0
            : sizes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        LayoutMeasures measures = new(body, bold * 2 > all);
        measures.MeasureLeading(pages);
        measures.MeasureParagraphs(pages);
        return measures;
    }

    /// <summary>Usual distance of the baselines of two lines of this size within a paragraph.</summary>
    public double LeadingOf(double size) =>
        _leading.TryGetValue((int)Math.Round(size), out double leading) ? leading : size * 1.25;

    private void MeasureLeading(List<LayoutPage> pages)
    {
        Dictionary<int, Dictionary<int, int>> counts = [];
        foreach (LayoutPage page in pages)
        {
            for (int i = 1; i < page.Lines.Count; i++)
            {
                LayoutLine a = page.Lines[i - 1];
                LayoutLine b = page.Lines[i];
                double distance = b.Bottom - a.Bottom;
                int size = (int)Math.Round(a.Size);
                bool isPair = size == (int)Math.Round(b.Size) && distance > size * 0.7 && distance < size * 3.2
                    && a.Left < b.Right && b.Left < a.Right;
                if (isPair)
                {
                    if (!counts.TryGetValue(size, out Dictionary<int, int>? bySize))
                    {
                        counts[size] = bySize = [];
                    }

                    // A line that goes on in small letters is within its paragraph: it tells most.
                    int weight = Prose.StartsLower(b.Text) && !Prose.EndsSentence(a.Text) ? 4 : 1;
                    int key = (int)Math.Round(distance);
                    bySize[key] = bySize.GetValueOrDefault(key) + weight;
                }
            }
        }

        foreach ((int size, Dictionary<int, int> bySize) in counts)
        {
            _leading[size] = Mode(bySize);
        }
    }

    private void MeasureParagraphs(List<LayoutPage> pages)
    {
        int lines = 0;
        int paragraphs = 0;
        foreach (LayoutPage page in pages)
        {
            LayoutLine? above = null;
            foreach (LayoutLine line in page.Lines)
            {
                if (Math.Abs(line.Size - BodySize) > 1.1)
                {
                    above = null;
                    continue;
                }

                bool goesOn = above is not null && line.Bottom > above.Bottom
                    && line.Bottom - above.Bottom < (LeadingOf(line.Size) * 1.22) + 1;
                paragraphs += goesOn ? 0 : 1;
                lines++;
                above = line;
            }
        }

        LinesPerParagraph = paragraphs == 0 ? 0 : (double)lines / paragraphs;
    }

    // Distances a pixel apart are one.
    private static double Mode(Dictionary<int, int> counts)
    {
        int best = 0;
        int bestCount = -1;
        foreach (int key in counts.Keys.Order())
        {
            int count = counts[key] + counts.GetValueOrDefault(key - 1) + counts.GetValueOrDefault(key + 1);
            if (count > bestCount)
            {
                best = key;
                bestCount = count;
            }
        }

        return best;
    }
}
