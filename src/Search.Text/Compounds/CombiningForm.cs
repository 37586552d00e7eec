using System.Buffers;

namespace Search.Text.Compounds;

/// <summary>
/// A first part that is written now joined, now with a hyphen, now apart, and what may follow it for the two words to
/// count as one.
/// </summary>
/// <param name="First">The first part, folded ASCII.</param>
/// <param name="MinimumRest">Fewest letters of the rest.</param>
/// <param name="Only">Where not empty, the rest begins with one of these.</param>
/// <param name="Except">The rest begins with none of these.</param>
internal sealed record CombiningForm(string First, int MinimumRest, string[] Only, string[] Except)
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>What a word may begin with where its first two letters are consonants.</summary>
    private static readonly string[] Onsets =
    [
        "bl", "br", "ch", "cl", "cr", "dr", "dw", "fl", "fr", "gh", "gl", "gr", "gn", "kl", "kn", "kr", "ph", "pl",
        "pr", "ps", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sw", "th", "tr", "tw", "wh", "wr",
    ];

    /// <summary>Whether the rest, folded, makes one word with the first part.</summary>
    public bool Takes(ReadOnlySpan<char> rest) =>
        rest.Length >= MinimumRest
        && rest.IndexOfAnyExceptInRange('a', 'z') < 0
        && rest.IndexOfAny(Vowels) >= 0
        && (rest[..2].IndexOfAny(Vowels) >= 0 || BeginsWithOneOf(rest, Onsets))
        && (Only.Length == 0 || BeginsWithOneOf(rest, Only))
        && !BeginsWithOneOf(rest, Except);

    private static bool BeginsWithOneOf(ReadOnlySpan<char> rest, string[] beginnings)
    {
        foreach (string beginning in beginnings)
        {
            if (rest.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
