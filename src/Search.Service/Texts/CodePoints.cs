namespace Search.Service.Texts;

/// <summary>Turns stretches in code points, as the API has them, into stretches in UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>Converts, sorts and joins stretches.</summary>
    /// <param name="text">The text they lie in.</param>
    /// <param name="stretches">Starts and ends in code points; may overlap and come in any order.</param>
    /// <returns>Sorted, within the text, neither empty nor touching each other.</returns>
    public static List<TextRange> ToRanges(string text, IEnumerable<(int Start, int End)> stretches)
    {
        List<(int Start, int End)> sorted = [.. stretches.Where(one => one.End > one.Start && one.Start >= 0).Order()];
        List<TextRange> ranges = [];
        int codePoint = 0;
        int unit = 0;
        foreach ((int start, int end) in Joined(sorted))
        {
            unit = Advance(text, unit, ref codePoint, start);
            int first = unit;
            unit = Advance(text, unit, ref codePoint, end);
            if (unit > first)
            {
                ranges.Add(new TextRange(first, unit));
            }
        }

        return ranges;
    }

    /// <summary>The part of a text between two offsets in code points.</summary>
    public static string Slice(string text, int start, int end)
    {
        List<TextRange> ranges = ToRanges(text, [(start, end)]);
        return ranges.Count == 0 ? "" : text[ranges[0].Start..ranges[0].End];
    }

    private static IEnumerable<(int Start, int End)> Joined(List<(int Start, int End)> sorted)
    {
        for (int i = 0; i < sorted.Count;)
        {
            (int start, int end) = sorted[i++];
            for (; i < sorted.Count && sorted[i].Start <= end; i++)
            {
                end = Math.Max(end, sorted[i].End);
            }

            yield return (start, end);
        }
    }

    private static int Advance(string text, int unit, ref int codePoint, int target)
    {
        for (; codePoint < target && unit < text.Length; codePoint++)
        {
            bool isPair = char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length
                && char.IsLowSurrogate(text[unit + 1]);
            unit += isPair ? 2 : 1;
        }

        return unit;
    }
}
