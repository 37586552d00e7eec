namespace Search.Text.Breaking;

/// <summary>Reads code points from UTF-16; a surrogate without its partner counts as a code point of its own.</summary>
internal static class CodePoint
{
    /// <summary>The code point at <paramref name="offset"/>, and how many code units it takes.</summary>
    public static int At(ReadOnlySpan<char> text, int offset, out int length)
    {
        char first = text[offset];
        length = 1;
        if (!char.IsSurrogate(first))
        {
            return first;
        }

        if (char.IsHighSurrogate(first) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(first, text[offset + 1]);
        }

        return first;
    }
}
