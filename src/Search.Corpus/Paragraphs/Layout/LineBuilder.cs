using System.Buffers;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>
/// Makes lines of a page's fragments, in the order of its content, or by place where that order jumps about.
/// </summary>
internal static class LineBuilder
{
    private const int MostJumps = 3;
    private const int ShortestRule = 5;
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("_=-–—* ");

    /// <summary>Fills <see cref="LayoutPage.Lines"/>.</summary>
    public static void Build(LayoutPage page)
    {
        List<LayoutLine> lines = [];
        foreach (Fragment fragment in page.Fragments)
        {
            if (IsRepeated(fragment, lines) || IsRule(fragment.Text))
            {
                continue;
            }

            bool isBlank = fragment.Text.AsSpan().Trim().IsEmpty;
            if (lines.Count > 0 && lines[^1].Takes(fragment))
            {
                if (isBlank)
                {
                    lines[^1].AddBlank();
                }
                else
                {
                    lines[^1].Add(fragment);
                }
            }
            else if (!isBlank
                && (lines.Count == 0 || !(lines[^1].TakesAsPage(fragment) || lines[^1].TakesAsMark(fragment))))
            {
                lines.Add(new LayoutLine(fragment, page));
            }
        }

        page.Lines = Jumps(lines) > MostJumps ? ReadingOrder.Sort(lines) : lines;
    }

    // Shadowed or doubly struck text stands twice at one place.
    private static bool IsRepeated(Fragment fragment, List<LayoutLine> lines)
    {
        if (lines.Count == 0)
        {
            return false;
        }

        Fragment last = lines[^1].Fragments[^1];
        return last.Text == fragment.Text && Math.Abs(last.Left - fragment.Left) < 3
            && Math.Abs(last.Top - fragment.Top) < 3;
    }

    // A rule drawn with signs: "__________".
    private static bool IsRule(string text)
    {
        ReadOnlySpan<char> signs = text.AsSpan().Trim();
        return signs.Length >= ShortestRule && signs.IndexOfAnyExcept(RuleSigns) < 0;
    }

    private static int Jumps(List<LayoutLine> lines)
    {
        int jumps = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            LayoutLine a = lines[i - 1];
            LayoutLine b = lines[i];
            bool isAbove = b.Bottom < a.Bottom - a.Size;
            bool isSameColumn = b.Left < a.Right && a.Left < b.Right;
            jumps += isAbove && isSameColumn ? 1 : 0;
        }

        return jumps;
    }
}
