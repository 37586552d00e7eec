using System.Numerics;
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

    /// <summary>Of each set of terms, the query that needs it; a set belongs to one query.</summary>
    private readonly int[] _queryOfGroup;

    /// <summary>Queries that no word calls, ascending.</summary>
    private readonly int[] _alwaysRun;

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

        _queryOfGroup = new int[_groups];
        List<int> own = [];
        for (int query = 0; query < _needs.Length; query++)
        {
            own.Clear();
            _needs[query]?.GatherGroups(own);
            foreach (int group in own)
            {
                _queryOfGroup[group] = query;
            }
        }

        _alwaysRun = [.. Enumerable.Range(0, _needs.Length).Where(query => _needs[query] is null)];
        _triggers =
        [
            .. triggers.GroupBy(trigger => trigger.Trigger.Field)
                .Select(group => new FieldTriggers(group.Key, [.. group])),
        ];
    }

    /// <summary>Queries that no word calls, so that they are run for every document: best few.</summary>
    public int AlwaysRunCount => _alwaysRun.Length;

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

        int words = (_matchers.Length + 63) >> 6;
        Span<ulong> called = words <= 64 ? stackalloc ulong[words] : new ulong[words];
        called.Clear();
        foreach (int query in _alwaysRun)
        {
            called[query >> 6] |= 1UL << (query & 63);
        }

        int group = -1;
        int step;
        while ((step = held[(group + 1)..].IndexOf(true)) >= 0)
        {
            group += step + 1;
            int query = _queryOfGroup[group];
            called[query >> 6] |= 1UL << (query & 63);
        }

        for (int word = 0; word < words; word++)
        {
            for (ulong left = called[word]; left != 0; left &= left - 1)
            {
                int query = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (_needs[query]?.IsMet(held) != false && _matchers[query].Matches(document))
                {
                    matches.Add(query);
                }
            }
        }
    }
}
