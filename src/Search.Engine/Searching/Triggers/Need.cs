namespace Search.Engine.Searching.Triggers;

/// <summary>
/// What a document must hold for a query to match, as far as single terms tell: one of some terms, or all or any of
/// some other needs.
/// </summary>
internal sealed class Need
{
    private readonly Need[] _parts;
    private readonly bool _isAll;

    private Need(IReadOnlyList<Trigger> triggers, Need[] parts, bool isAll)
    {
        Triggers = triggers;
        _parts = parts;
        _isAll = isAll;
    }

    /// <summary>The terms of which one is needed; empty where other needs are put together.</summary>
    public IReadOnlyList<Trigger> Triggers { get; }

    /// <summary>Number of the set of terms; given when the needs of many queries are gathered.</summary>
    private int Group { get; set; } = -1;

    private bool IsLeaf => _parts.Length == 0;

    /// <summary>One of some terms; never met where there is none.</summary>
    public static Need OneOf(IReadOnlyList<Trigger> triggers) => new(triggers, [], isAll: false);

    /// <summary>All of some needs; those that are null ask for nothing.</summary>
    /// <returns>Null where nothing is asked for.</returns>
    public static Need? All(IEnumerable<Need?> needs)
    {
        Need[] parts = [.. needs.OfType<Need>()];
        return parts.Length switch { 0 => null, 1 => parts[0], _ => new Need([], parts, isAll: true) };
    }

    /// <summary>Any of some needs; nothing is asked for where one of them asks for nothing.</summary>
    public static Need? Any(IEnumerable<Need?> needs)
    {
        List<Trigger> terms = [];
        List<Need> parts = [];
        foreach (Need? need in needs)
        {
            if (need is null)
            {
                return null;
            }

            if (need.IsLeaf)
            {
                terms.AddRange(need.Triggers);
            }
            else
            {
                parts.Add(need);
            }
        }

        if (parts.Count == 0)
        {
            return OneOf(terms);
        }

        if (terms.Count > 0)
        {
            parts.Insert(0, OneOf(terms));
        }

        return parts.Count == 1 ? parts[0] : new Need([], [.. parts], isAll: false);
    }

    /// <summary>Numbers the sets of terms below, and appends each with its number.</summary>
    /// <param name="count">The next number; counted up.</param>
    /// <param name="triggers">Where they go.</param>
    public void Gather(ref int count, List<(Trigger Trigger, int Group)> triggers)
    {
        if (IsLeaf)
        {
            Group = count++;
            triggers.AddRange(Triggers.Select(trigger => (trigger, Group)));
        }

        foreach (Need part in _parts)
        {
            part.Gather(ref count, triggers);
        }
    }

    /// <summary>Appends the numbers of the sets of terms below.</summary>
    public void GatherGroups(List<int> groups)
    {
        if (IsLeaf)
        {
            groups.Add(Group);
        }

        foreach (Need part in _parts)
        {
            part.GatherGroups(groups);
        }
    }

    /// <summary>Whether a document meets it.</summary>
    /// <param name="groups">An entry a set of terms; set where the document holds one of them.</param>
    public bool IsMet(ReadOnlySpan<bool> groups)
    {
        if (IsLeaf)
        {
            return groups[Group];
        }

        foreach (Need part in _parts)
        {
            if (part.IsMet(groups) != _isAll)
            {
                return !_isAll;
            }
        }

        return _isAll;
    }
}
