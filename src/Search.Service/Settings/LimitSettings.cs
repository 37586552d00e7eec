namespace Search.Service.Settings;

/// <summary>What a caller may ask for: a default and a maximum of each costly thing.</summary>
public sealed record LimitSettings
{
    /// <summary>Longest address with its query string that is answered, in bytes; a longer one gets 414.</summary>
    public int UrlBytes { get; init; } = 128 * 1024;

    /// <summary>Longest query, in UTF-16 code units; what is beyond is cut off, and the answer says so.</summary>
    public int QueryLength { get; init; } = 10_000;

    /// <summary>Most clauses of a query; those beyond are left out, and the answer says so.</summary>
    public int QueryClauses { get; init; } = 2_000;

    /// <summary>Most words of one pattern such as <c>a*</c>; the answer says so where there are more.</summary>
    public int Expansions { get; init; } = 1_000_000;

    /// <summary>Most words of one pattern within a phrase or near others.</summary>
    public int PhraseExpansions { get; init; } = 16_384;

    /// <summary>Most words of a fuzzy word such as <c>budapset~</c>; the closest are kept.</summary>
    public int FuzzyExpansions { get; init; } = 16_384;

    /// <summary>Most filters of one search.</summary>
    public int Filters { get; init; } = 200;

    /// <summary>Hits of an answer where the caller does not say.</summary>
    public int DefaultHits { get; init; } = 20;

    /// <summary>Most hits of one answer.</summary>
    public int MaxHits { get; init; } = 100;

    /// <summary>Values of a facet where the caller does not say.</summary>
    public int DefaultFacetValues { get; init; } = 50;

    /// <summary>Most values of a facet.</summary>
    public int MaxFacetValues { get; init; } = 1_000;

    /// <summary>
    /// Longest that a search may take, in milliseconds: what was found until then is answered, and the answer says so.
    /// One that does not come to its turn in twice that time and a second answers 503.
    /// </summary>
    public int SearchMilliseconds { get; init; } = 10_000;

    /// <summary>Most searches at once; more wait for their turn.</summary>
    public int ConcurrentSearches { get; init; } = 64;

    /// <summary>Reads the section <c>Search:Limits</c>.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    internal static LimitSettings Read(SettingsReader reader)
    {
        LimitSettings defaults = new();
        int maxHits = reader.Whole("Limits:MaxHits", defaults.MaxHits, 1, 100);
        int maxFacetValues = reader.Whole("Limits:MaxFacetValues", defaults.MaxFacetValues, 1, 100_000);
        return new LimitSettings
        {
            UrlBytes = reader.Whole("Limits:UrlBytes", defaults.UrlBytes, 1_024, 512 * 1024),
            QueryLength = reader.Whole("Limits:QueryLength", defaults.QueryLength, 1, 100_000),
            QueryClauses = reader.Whole("Limits:QueryClauses", defaults.QueryClauses, 1, 100_000),
            Expansions = reader.Whole("Limits:Expansions", defaults.Expansions, 1, 100_000_000),
            PhraseExpansions = reader.Whole("Limits:PhraseExpansions", defaults.PhraseExpansions, 1, 1_000_000),
            FuzzyExpansions = reader.Whole("Limits:FuzzyExpansions", defaults.FuzzyExpansions, 1, 1_000_000),
            Filters = reader.Whole("Limits:Filters", defaults.Filters, 1, 10_000),
            MaxHits = maxHits,
            DefaultHits = reader.Whole("Limits:DefaultHits", Math.Min(defaults.DefaultHits, maxHits), 1, maxHits),
            MaxFacetValues = maxFacetValues,
            DefaultFacetValues = reader.Whole(
                "Limits:DefaultFacetValues", Math.Min(defaults.DefaultFacetValues, maxFacetValues), 1, maxFacetValues),
            SearchMilliseconds = reader.Whole("Limits:SearchMilliseconds", defaults.SearchMilliseconds, 1, 600_000),
            ConcurrentSearches = reader.Whole("Limits:ConcurrentSearches", defaults.ConcurrentSearches, 1, 10_000),
        };
    }
}
