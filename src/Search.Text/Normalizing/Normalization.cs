namespace Search.Text.Normalizing;

/// <summary>
/// Canonical normalization (UAX #15, Unicode 15.0) by tables of our own: what <c>string.Normalize</c> does only where
/// ICU is at hand. Lone surrogates are kept as they are.
/// </summary>
public static class Normalization
{
    /// <summary>The text in Normalization Form C; the same instance where it is in that form already.</summary>
    public static string ToNfc(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (NormalizationProperties.IsPlainlyComposed(text))
        {
            return text;
        }

        CodePointBuffer buffer = new();
        buffer.SetDecomposed(text);
        buffer.Compose();
        return Text(buffer, text);
    }

    /// <summary>The text in Normalization Form D; the same instance where it is in that form already.</summary>
    public static string ToNfd(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CodePointBuffer buffer = new();
        buffer.SetDecomposed(text);
        return Text(buffer, text);
    }

    private static string Text(CodePointBuffer buffer, string original)
    {
        char[] characters = new char[original.Length];
        int length = buffer.CopyTo(ref characters);
        ReadOnlySpan<char> result = characters.AsSpan(0, length);
        return result.SequenceEqual(original) ? original : result.ToString();
    }
}
