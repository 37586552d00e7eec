using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Queries.Trees;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Clauses that must, may or must not match, as Lucene's: where nothing must, at least one has to. At least one clause
/// is
/// positive. As an operand of nearness, what must not match is left out: the words of the others stay.
/// </summary>
internal sealed class BooleanNode(IReadOnlyList<NodeClause> clauses) : QueryNode
{
    /// <summary>The clauses, in order.</summary>
    public IReadOnlyList<NodeClause> Clauses => clauses;

    /// <summary>Whether some clause must match.</summary>
    public bool HasRequired { get; } = clauses.Any(clause => clause.Occur == Occur.Must);

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        List<MatchCursor> positive = [];
        List<bool> isRequired = [];
        List<MatchCursor> excluded = [];
        foreach (NodeClause clause in clauses)
        {
            bool isExcluded = clause.Occur == Occur.MustNot;
            MatchCursor cursor = clause.Node.Cursor(context, isExcluded ? 1 : boost);
            if (cursor is NoneCursor)
            {
                if (clause.Occur == Occur.Must)
                {
                    return NoneCursor.Instance;
                }
            }
            else if (isExcluded)
            {
                excluded.Add(cursor);
            }
            else
            {
                positive.Add(cursor);
                isRequired.Add(clause.Occur == Occur.Must);
            }
        }

        MatchCursor included = HasRequired ? Required([.. positive], [.. isRequired]) : Any([.. positive]);
        return excluded.Count == 0 || included is NoneCursor
            ? included
            : new ExclusionCursor(included, Any([.. excluded]));
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context)
    {
        List<OccurrenceSource> sources = [];
        foreach (NodeClause clause in clauses)
        {
            if (clause.Occur == (HasRequired ? Occur.Must : Occur.Should))
            {
                if (clause.Node.Occurrences(context) is OccurrenceSource source)
                {
                    sources.Add(source);
                }
                else if (HasRequired)
                {
                    return null;
                }
            }
        }

        return sources.Count switch
        {
            0 => null,
            1 => sources[0],
            _ => HasRequired ? new TogetherOccurrences([.. sources]) : new UnionOccurrences([.. sources]),
        };
    }

    private static MatchCursor Any(MatchCursor[] cursors) => cursors.Length switch
    {
        0 => NoneCursor.Instance,
        1 => cursors[0],
        _ => new DisjunctionCursor(cursors),
    };

    private static MatchCursor Required(MatchCursor[] cursors, bool[] isRequired)
    {
        MatchCursor[] required = [.. cursors.Where((_, index) => isRequired[index])];
        MatchCursor all = required.Length == 1 ? required[0] : new ConjunctionCursor(required);
        return required.Length == cursors.Length ? all : new OptionalCursor(all, cursors, isRequired);
    }
}
