namespace Search.Engine.Searching.Rewriting;

/// <summary>Combining forms at the beginning of words.</summary>
internal static class CombiningPrefixes
{
    /// <summary>Least that must stand behind a combining form: <c>co</c> begins no <c>cold</c>.</summary>
    private const int LeastRest = 3;

    private static readonly HashSet<string> Forms = new(
        ["anti", "bi", "co", "counter", "cyber", "e", "inter", "intra", "multi", "non", "post", "pre", "re", "sub"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is a combining form.</summary>
    public static bool IsOne(string word) => Forms.Contains(word);

    /// <summary>
    /// Lengths in UTF-16 code units of the combining forms that a word begins with and goes on behind.
    /// </summary>
    public static IEnumerable<int> Lengths(string word)
    {
        for (int length = 1; length <= word.Length - LeastRest; length++)
        {
            if (Forms.Contains(word[..length]))
            {
                yield return length;
            }
        }
    }
}
