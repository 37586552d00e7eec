namespace Search.Passages.Search;

/// <summary>Names of the orders of hits, as they are written in requests.</summary>
public static class PassageSorts
{
    private static readonly KeyValuePair<string, PassageSort>[] Names =
    [
        new("relevance", PassageSort.Relevance),
        new("date", PassageSort.DateAscending),
        new("-date", PassageSort.DateDescending),
        new("document", PassageSort.Document),
    ];

    /// <summary>The order of a name; relevance for none.</summary>
    /// <exception cref="PassageRequestException">There is no order of that name.</exception>
    public static PassageSort Parse(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return PassageSort.Relevance;
        }

        foreach (KeyValuePair<string, PassageSort> pair in Names)
        {
            if (string.Equals(pair.Key, name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return pair.Value;
            }
        }

        throw new PassageRequestException(
            "bad_sort",
            "sort",
            $"'{name}' is no order; allowed are {string.Join(", ", Names.Select(pair => pair.Key))}.");
    }

    /// <summary>The name of an order.</summary>
    public static string Name(PassageSort sort) => Names.First(pair => pair.Value == sort).Key;
}
