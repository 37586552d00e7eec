using Search.Corpus.Documents;
using Search.Engine.Searching;

namespace Search.Passages;

/// <summary>Where an index and its corpus lie.</summary>
public sealed record PassageIndexOptions
{
    /// <summary>Folder of the documents.</summary>
    public required string Corpus { get; init; }

    /// <summary>Folder of the index; made where it is missing.</summary>
    public required string Index { get; init; }

    /// <summary>
    /// The theme scheme; null takes <c>themes.yaml</c> of the corpus, or the scheme that ships with the program.
    /// </summary>
    public string? Themes { get; init; }

    /// <summary>Files read at the same time; 0 for one a core.</summary>
    public int Readers { get; init; }

    /// <summary>Generations kept open for cursors, the current one included; at least 1.</summary>
    public int KeptGenerations { get; init; } = 3;

    /// <summary>Limits under which files are read.</summary>
    public CorpusOptions Limits { get; init; } = new();

    /// <summary>Longest query in UTF-16 code units; what is beyond is cut off, and the answer says so.</summary>
    public int MaxQueryLength { get; init; } = 10_000;

    /// <summary>Most clauses of a query; those beyond are left out, and the answer says so.</summary>
    public int MaxQueryClauses { get; init; } = 2_000;

    /// <summary>Most words of one pattern; the answer says so where there are more.</summary>
    public int MaxExpansions { get; init; } = 1_000_000;

    /// <summary>Most words of one pattern within a phrase or near others, where each is followed by itself.</summary>
    public int MaxOpenExpansions { get; init; } = 16_384;

    /// <summary>Most words of a fuzzy word; the closest are kept.</summary>
    public int MaxFuzzyExpansions { get; init; } = 16_384;

    /// <summary>
    /// Most time of a search; what was found until then is answered, and the answer says so. Null for no end.
    /// </summary>
    public TimeSpan? MaxSearchTime { get; init; }

    /// <summary>Whether bare words also find their other spellings and synonyms, unless a request says.</summary>
    public bool UsesSynonyms { get; init; } = true;

    /// <summary>The limits of a search, as the engine takes them.</summary>
    internal SearchLimits ToLimits() => new()
    {
        MaxExpansions = MaxExpansions,
        MaxOpenExpansions = MaxOpenExpansions,
        MaxFuzzyExpansions = MaxFuzzyExpansions,
        MaxTime = MaxSearchTime,
    };
}
