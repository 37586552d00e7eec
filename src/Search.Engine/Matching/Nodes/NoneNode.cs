using Search.Engine.Matching.Cursors;

namespace Search.Engine.Matching.Nodes;

/// <summary>No document.</summary>
internal sealed class NoneNode : QueryNode
{
    /// <summary>The one node there is.</summary>
    public static NoneNode Instance { get; } = new();

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost) => NoneCursor.Instance;
}
