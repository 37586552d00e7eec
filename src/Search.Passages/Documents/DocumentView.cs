using System.Diagnostics.CodeAnalysis;
using Search.Passages.Search;

namespace Search.Passages.Documents;

/// <summary>A document with all its units.</summary>
public sealed record DocumentView : DocumentFacts
{
    /// <summary>Makes an empty view.</summary>
    public DocumentView()
    {
    }

    [SetsRequiredMembers]
    internal DocumentView(DocumentFacts facts, long generation, IReadOnlyList<PassageHit> passages)
        : base(facts) =>
        (Generation, Passages) = (generation, passages);

    /// <summary>The generation that answered.</summary>
    public required long Generation { get; init; }

    /// <summary>Its units of every kind, in reading order; no score, no spans.</summary>
    public required IReadOnlyList<PassageHit> Passages { get; init; }
}
