using Search.Engine.Searching.Reranking;
using Search.Passages.Schemas;

namespace Search.Passages.Search;

/// <summary>Names of the rankings, as they are written in requests, and what the default one goes by.</summary>
public static class PassageRankings
{
    private static readonly KeyValuePair<string, PassageRanking>[] Known =
    [
        new("default", PassageRanking.Default),
        new("bm25", PassageRanking.Bm25),
    ];

    /// <summary>The names, in lower case.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(pair => pair.Key)];

    /// <summary>
    /// The default ranking. A title or heading says what many passages are about, so it counts less than the text.
    /// </summary>
    internal static RankingFeatures Features { get; } = new()
    {
        Fields = [new(PassageFields.Title, 0.3f), new(PassageFields.Heading, 0.3f)],
    };

    /// <summary>The ranking of a name; the default one for none.</summary>
    /// <exception cref="PassageRequestException">There is no ranking of that name.</exception>
    public static PassageRanking Parse(string? name)
    {
        foreach (KeyValuePair<string, PassageRanking> pair in Known)
        {
            if (string.IsNullOrWhiteSpace(name)
                || string.Equals(pair.Key, name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return pair.Value;
            }
        }

        throw new PassageRequestException(
            "bad_ranking", "ranking", $"'{name}' is no ranking; allowed are {string.Join(", ", Names)}.");
    }

    /// <summary>The name of a ranking.</summary>
    public static string Name(PassageRanking ranking) => Known.First(pair => pair.Value == ranking).Key;
}
