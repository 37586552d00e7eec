namespace Search.Text.Stemming;

/// <summary>One line of a stemmer's table: an ending, and what becomes of a word that ends so.</summary>
/// <param name="Ending">The ending.</param>
/// <param name="Action">What is to be done; each stemmer has numbers of its own.</param>
/// <param name="Replacement">What takes the ending's place, where the action asks for one.</param>
internal readonly record struct Suffix(string Ending, int Action, string Replacement = "")
{
    /// <summary>The longest of the endings that a word has; false where it has none.</summary>
    /// <param name="suffixes">Sorted with <see cref="LongestFirst"/>.</param>
    /// <param name="word">The word, or the part of it that an ending may lie in.</param>
    /// <param name="found">The suffix.</param>
    public static bool TryFind(Suffix[] suffixes, ReadOnlySpan<char> word, out Suffix found)
    {
        char last = word.Length == 0 ? '\0' : word[^1];
        foreach (Suffix suffix in suffixes)
        {
            if (suffix.Ending[^1] == last && word.EndsWith(suffix.Ending.AsSpan()))
            {
                found = suffix;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>
    /// The suffixes of one action, separated by blanks: an ending, or <c>ending=replacement</c>.
    /// </summary>
    public static Suffix[] All(int action, string endings) =>
        [.. endings.Split(' ').Select(item => item.Split('='))
            .Select(parts => new Suffix(parts[0], action, parts.ElementAtOrDefault(1) ?? ""))];

    /// <summary>Sorts suffixes as <see cref="TryFind"/> needs them.</summary>
    public static Suffix[] LongestFirst(params Suffix[][] suffixes) =>
        [.. suffixes.SelectMany(group => group).OrderByDescending(suffix => suffix.Ending.Length)];
}
