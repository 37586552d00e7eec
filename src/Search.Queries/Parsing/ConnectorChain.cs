using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>
/// Builds the tree of operands that connectors join. Distances bind tighter than sentences, and those tighter than
/// paragraphs; equal connectors beside each other make one node, others nest from the left.
/// </summary>
internal sealed class ConnectorChain(Query first)
{
    private const int MaxChanges = 8;

    private readonly List<Query> _operands = [first];
    private readonly List<Connector> _connectors = [];
    private int _changes;

    /// <summary>The operands, in order.</summary>
    internal IReadOnlyList<Query> Operands => _operands;

    /// <summary>Whether there is no connector yet.</summary>
    internal bool IsEmpty => _connectors.Count == 0;

    /// <summary>Whether a change of connectors was read as none, since the tree would have become too deep.</summary>
    internal bool IsTooDeep { get; private set; }

    /// <summary>Adds an operand and the connector before it.</summary>
    internal void Add(Connector connector, Query operand)
    {
        if (!IsEmpty && connector != _connectors[^1] && ++_changes > MaxChanges)
        {
            IsTooDeep = true;
            connector = _connectors[^1];
        }

        _connectors.Add(connector);
        _operands.Add(operand);
    }

    /// <summary>Whether the operands can be joined: places of one field, none of them excluded.</summary>
    internal bool IsPositional()
    {
        string? field = null;
        bool hasField = false;
        return _operands.TrueForAll(o => Positions.AreOf(o, ref field, ref hasField));
    }

    /// <summary>The tree of the chain.</summary>
    internal Query ToQuery()
    {
        List<Query> operands = _operands;
        List<Connector> connectors = _connectors;
        for (int level = 0; level <= 2; level++)
        {
            (operands, connectors) = Merge(operands, connectors, level);
        }

        return operands[0];
    }

    private static (List<Query> Operands, List<Connector> Connectors) Merge(
        List<Query> operands, List<Connector> connectors, int level)
    {
        var merged = new List<Query>();
        var left = new List<Connector>();
        var run = new List<Query> { operands[0] };
        Connector? current = null;
        for (int i = 0; i < connectors.Count; i++)
        {
            Connector next = connectors[i];
            if (current is not null && next != current)
            {
                run = [Node(current, run)];
                current = null;
            }

            if (next.Level == level)
            {
                current = next;
                run.Add(operands[i + 1]);
                continue;
            }

            merged.AddRange(run);
            left.Add(next);
            run = [operands[i + 1]];
        }

        merged.Add(current is null ? run[0] : Node(current, run));
        return (merged, left);
    }

    private static Query Node(Connector connector, List<Query> operands) => connector.Unit is TextUnit unit
        ? new WithinQuery([.. operands], unit)
        : new NearQuery([.. operands], connector.Distance, connector.IsOrdered);
}
