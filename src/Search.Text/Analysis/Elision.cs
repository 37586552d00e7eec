namespace Search.Text.Analysis;

/// <summary>The French words that lose their vowel before another: l'homme, qu'il, jusqu'à.</summary>
internal static class Elision
{
    private const int LongestPrefix = 7;

    /// <summary>
    /// Finds the apostrophe of an elision that a word begins with. There is none where nothing but a possessive s
    /// follows.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> word, out int apostrophe)
    {
        apostrophe = -1;
        for (int i = 1; i <= LongestPrefix && i < word.Length - 1; i++)
        {
            if (IsApostrophe(word[i]))
            {
                apostrophe = i;
                break;
            }
        }

        return apostrophe > 0
            && IsElided(word[..apostrophe])
            && !(word.Length == apostrophe + 2 && word[apostrophe + 1] is 's' or 'S');
    }

    private static bool IsApostrophe(char character) =>
        character is '\'' or '\u2019' or '\u2018' or '\u201B' or '\u02BC' or '\uFF07';

    private static bool IsElided(ReadOnlySpan<char> prefix)
    {
        if (prefix.Length == 1)
        {
            return (char)(prefix[0] | 0x20) is 'l' or 'd' or 'j' or 'm' or 't' or 's' or 'n' or 'c';
        }

        return prefix.Equals("qu", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("jusqu", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("lorsqu", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("puisqu", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("quoiqu", StringComparison.OrdinalIgnoreCase);
    }
}
