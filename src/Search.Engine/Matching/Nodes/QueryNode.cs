using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// A node of a resolved query: its fields are fields of the schema, its words are terms. Immutable, compared by
/// reference,
/// and independent of any segment.
/// </summary>
internal abstract class QueryNode
{
    /// <summary>A cursor over the documents of a segment that match.</summary>
    /// <param name="context">The segment and what to score by.</param>
    /// <param name="boost">Factor of every score.</param>
    public abstract MatchCursor Cursor(MatchContext context, float boost);

    /// <summary>Where the node matches within a document of the segment; null where it is not about words.</summary>
    public virtual OccurrenceSource? Occurrences(MatchContext context) => null;
}
