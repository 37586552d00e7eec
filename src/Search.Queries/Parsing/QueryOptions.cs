using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>How an input is read.</summary>
public sealed record QueryOptions
{
    /// <summary>
    /// What two clauses without an operator between them are joined by; Must (AND) unless told otherwise.
    /// </summary>
    public Occur DefaultOccur { get; init; } = Occur.Must;

    /// <summary>Names that a colon may follow; before any other the colon is text. Compared without case.</summary>
    public IReadOnlySet<string> Fields { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Those of <see cref="Fields"/> that hold whole values (keywords, dates, numbers) rather than text: what is quoted
    /// after them is one <see cref="TermQuery"/> as written, hyphens and stars included.
    /// </summary>
    public IReadOnlySet<string> KeywordFields { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Longest input in UTF-16 code units; what is beyond is cut off, and the repairs say so.</summary>
    public int MaxLength { get; init; } = 10_000;

    /// <summary>Most clauses; those beyond are left out, and the repairs say so.</summary>
    public int MaxClauses { get; init; } = 2_000;

    /// <summary>Deepest nesting of groups; what is deeper is read flat, and the repairs say so.</summary>
    public int MaxDepth { get; init; } = 64;
}
