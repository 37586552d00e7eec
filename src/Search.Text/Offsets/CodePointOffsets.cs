namespace Search.Text.Offsets;

/// <summary>
/// Turns offsets in UTF-16 code units into offsets in code points and back. A surrogate without its partner counts as
/// one code point. An offset between the two halves of a pair counts the pair.
/// </summary>
public static class CodePointOffsets
{
    /// <summary>Number of code points.</summary>
    public static int Count(ReadOnlySpan<char> text) => FromUtf16(text, text.Length);

    /// <summary>How many code points begin before an offset in code units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is below 0 or above the text's length.</exception>
    public static int FromUtf16(ReadOnlySpan<char> text, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, text.Length);
        return offset - PairsBefore(text, 0, offset);
    }

    /// <summary>Turns offsets in code units, ascending, into code points, in place and in one pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An offset is below the one before or above the length.</exception>
    public static void FromUtf16(ReadOnlySpan<char> text, Span<int> ascendingOffsets)
    {
        int last = 0;
        int pairs = 0;
        foreach (ref int offset in ascendingOffsets)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(offset, last, nameof(ascendingOffsets));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, text.Length, nameof(ascendingOffsets));
            pairs += PairsBefore(text, last, offset);
            last = offset;
            offset -= pairs;
        }
    }

    /// <summary>The offset in code units at which code point number <paramref name="offset"/> begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text has fewer code points.</exception>
    public static int ToUtf16(ReadOnlySpan<char> text, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        int unit = 0;
        for (int i = 0; i < offset; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, text.Length, nameof(offset));
            unit += unit + 1 < text.Length && char.IsSurrogatePair(text[unit], text[unit + 1]) ? 2 : 1;
        }

        return unit;
    }

    /// <summary>How many pairs have their second half at an offset from <paramref name="start"/> to the end.</summary>
    private static int PairsBefore(ReadOnlySpan<char> text, int start, int end)
    {
        int pairs = 0;
        while (true)
        {
            int found = text[start..end].IndexOfAnyInRange('\uDC00', '\uDFFF');
            if (found < 0)
            {
                return pairs;
            }

            int low = start + found;
            pairs += low > 0 && char.IsHighSurrogate(text[low - 1]) ? 1 : 0;
            start = low + 1;
        }
    }
}
