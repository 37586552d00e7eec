namespace Search.Passages.Search;

/// <summary>A search as a researcher asks it.</summary>
public sealed record PassageRequest
{
    /// <summary>The query string; null or blank lists everything the filters leave.</summary>
    public string? Q { get; init; }

    /// <summary>Whether clauses without an operator are joined by OR instead of AND.</summary>
    public bool IsOr { get; init; }

    /// <summary>Whether a query that needs a repair is refused.</summary>
    public bool IsStrict { get; init; }

    /// <summary>
    /// Whether bare words also find their other spellings and synonyms; null for what the options say.
    /// </summary>
    public bool? UsesSynonyms { get; init; }

    /// <summary>Filters: OR within a name, AND across names.</summary>
    public IReadOnlyList<PassageFilter> Filters { get; init; } = [];

    /// <summary>Order of the hits; ties go by id.</summary>
    public PassageSort Sort { get; init; } = PassageSort.Relevance;

    /// <summary>What the order of relevance goes by.</summary>
    public PassageRanking Ranking { get; init; } = PassageRanking.Default;

    /// <summary>Most hits in one answer, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on: <see cref="PassageResponse.Next"/> of the answer before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Fields to count values of: <c>theme doc issuer type lang kind year</c>.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Most values of one facet.</summary>
    public int FacetSize { get; init; } = 50;
}

/// <summary>One filter: <c>theme=rights</c>, <c>-theme=threats</c>, <c>year=2019..2024</c>.</summary>
/// <param name="Name">Field: <c>theme doc issuer type lang kind year</c>.</param>
/// <param name="Value">The value as written.</param>
/// <param name="IsExcluded">Whether passages with the value are left out instead of kept.</param>
public sealed record PassageFilter(string Name, string Value, bool IsExcluded = false);

/// <summary>Order of hits.</summary>
public enum PassageSort
{
    /// <summary>Best score first.</summary>
    Relevance,

    /// <summary>Oldest first, undated last.</summary>
    DateAscending,

    /// <summary>Newest first, undated last.</summary>
    DateDescending,

    /// <summary>By document id, then by number.</summary>
    Document,
}

/// <summary>What the order of relevance goes by.</summary>
public enum PassageRanking
{
    /// <summary>
    /// BM25 over the text, and for the best hits also how close the words stand, whether they stand as written, and
    /// whether title and headings hold them.
    /// </summary>
    Default,

    /// <summary>BM25 over the text alone.</summary>
    Bm25,
}
