using Search.Passages.Search;

namespace Search.Passages.Documents;

/// <summary>A paragraph with what stands around it.</summary>
public sealed record ParagraphView : PassageHit
{
    /// <summary>The generation that answered.</summary>
    public required long Generation { get; init; }

    /// <summary>Its document.</summary>
    public required DocumentFacts SourceDocument { get; init; }

    /// <summary>The units before it, at most two, in reading order.</summary>
    public required IReadOnlyList<PassageHit> Before { get; init; }

    /// <summary>The units behind it, at most two, in reading order.</summary>
    public required IReadOnlyList<PassageHit> After { get; init; }
}
