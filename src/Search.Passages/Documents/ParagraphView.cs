using System.Diagnostics.CodeAnalysis;
using Search.Passages.Search;

namespace Search.Passages.Documents;

/// <summary>A paragraph with what stands around it.</summary>
public sealed record ParagraphView : PassageHit
{
    /// <summary>Makes an empty view.</summary>
    public ParagraphView()
    {
    }

    [SetsRequiredMembers]
    internal ParagraphView(
        PassageHit passage,
        long generation,
        DocumentFacts document,
        IReadOnlyList<PassageHit> before,
        IReadOnlyList<PassageHit> after)
        : base(passage) =>
        (Generation, SourceDocument, Before, After) = (generation, document, before, after);

    /// <summary>The generation that answered.</summary>
    public required long Generation { get; init; }

    /// <summary>Its document.</summary>
    public required DocumentFacts SourceDocument { get; init; }

    /// <summary>The units before it, at most two, in reading order.</summary>
    public required IReadOnlyList<PassageHit> Before { get; init; }

    /// <summary>The units behind it, at most two, in reading order.</summary>
    public required IReadOnlyList<PassageHit> After { get; init; }
}
