using Search.Engine.Searching.Triggers;

namespace Search.Engine.Searching;

/// <summary>
/// Many queries asked of one document together: the terms of the document call the queries that could match, and only
/// these
/// are run. Immutable, and safe for use by several threads, each with a document of its own.
/// </summary>
public sealed class DocumentMatcherSet
{
    private readonly DocumentMatcher[] _matchers;
    private readonly Need?[] _needs;
    private readonly int _groups;
    private readonly FieldTriggers[] _triggers;

    /// <summary>Makes a set.</summary>
    /// <param name="matchers">The queries, all of one schema; they are known by their places here.</param>
    public DocumentMatcherSet(IReadOnlyList<DocumentMatcher> matchers)
    {
        ArgumentNullException.ThrowIfNull(matchers);
        _matchers = [.. matchers];
        _needs = [.. _matchers.Select(matcher => TriggerFinder.Find(matcher.Root))];
        List<(Trigger Trigger, int Group)> triggers = [];
        foreach (Need need in _needs.OfType<Need>())
        {
            need.Gather(ref _groups, triggers);
        }

        _triggers =
        [
            .. triggers.GroupBy(trigger => trigger.Trigger.Field)
                .Select(group => new FieldTriggers(group.Key, [.. group])),
        ];
    }

    /// <summary>Queries that no word calls, so that they are run for every document: best few.</summary>
    public int AlwaysRunCount => _needs.Count(need => need is null);

    /// <summary>Appends the places of the queries that a document matches, ascending.</summary>
    public void FindMatches(AnalyzedDocument document, ICollection<int> matches)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(matches);
        Span<bool> held = _groups <= 2048 ? stackalloc bool[_groups] : new bool[_groups];
        foreach (FieldTriggers triggers in _triggers)
        {
            triggers.Call(document.Memory, held);
        }

        for (int query = 0; query < _matchers.Length; query++)
        {
            if (_needs[query]?.IsMet(held) != false && _matchers[query].Matches(document))
            {
                matches.Add(query);
            }
        }
    }
}
