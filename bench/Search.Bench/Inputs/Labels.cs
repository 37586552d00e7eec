using System.Globalization;

namespace Search.Bench.Inputs;

/// <summary>
/// Themes and issuers made up for passages, so that facets have something to count: four themes, of which a passage has
/// none to four, each with a share of its own as in a tagged corpus, and fifty issuers of falling frequency. Both hang
/// on the passage's number and a fixed seed alone.
/// </summary>
internal static class Labels
{
    /// <summary>Number of issuers.</summary>
    public const int IssuerCount = 50;

    private const ulong Seed = 20190731;

    private static readonly (string Theme, int Percent)[] Shares =
        [("threats", 30), ("rights", 20), ("capacity", 15), ("new-treaty", 5)];

    private static readonly string[] Issuers =
    [
        .. Enumerable.Range(0, IssuerCount)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"issuer {i:D2}")),
    ];

    /// <summary>The themes, by name.</summary>
    public static IEnumerable<string> Themes => Shares.Select(share => share.Theme);

    /// <summary>The themes of a passage.</summary>
    public static IEnumerable<string> ThemesOf(long passage)
    {
        for (int i = 0; i < Shares.Length; i++)
        {
            if (Hash(passage, i) % 100 < (ulong)Shares[i].Percent)
            {
                yield return Shares[i].Theme;
            }
        }
    }

    /// <summary>The issuer of a passage; the smaller of two draws, so that low numbers are the more frequent.</summary>
    public static string IssuerOf(long passage)
    {
        ulong first = Hash(passage, 100) % IssuerCount;
        ulong second = Hash(passage, 101) % IssuerCount;
        return Issuers[Math.Min(first, second)];
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).</summary>
    private static ulong Hash(long passage, int salt)
    {
        unchecked
        {
            ulong z = Seed + ((ulong)passage * 128) + (ulong)salt;
            z = (z + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
