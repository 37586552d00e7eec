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
    private readonly int[] _always;
    private readonly FieldTriggers[] _triggers;

    /// <summary>Makes a set.</summary>
    /// <param name="matchers">The queries, all of one schema; they are known by their places here.</param>
    public DocumentMatcherSet(IReadOnlyList<DocumentMatcher> matchers)
    {
        ArgumentNullException.ThrowIfNull(matchers);
        _matchers = [.. matchers];
        List<int> always = [];
        List<(Trigger Trigger, int Query)> triggers = [];
        for (int query = 0; query < _matchers.Length; query++)
        {
            if (TriggerFinder.Find(_matchers[query].Root) is { } found)
            {
                triggers.AddRange(found.Select(trigger => (trigger, query)));
            }
            else
            {
                always.Add(query);
            }
        }

        _always = [.. always];
        _triggers =
        [
            .. triggers.GroupBy(trigger => trigger.Trigger.Field)
                .Select(group => new FieldTriggers(group.Key, [.. group])),
        ];
    }

    /// <summary>Queries that no word calls, so that they are run for every document: best few.</summary>
    public int AlwaysRunCount => _always.Length;

    /// <summary>Appends the places of the queries that a document matches, ascending.</summary>
    public void FindMatches(AnalyzedDocument document, ICollection<int> matches)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(matches);
        Span<bool> called = _matchers.Length <= 1024 ? stackalloc bool[_matchers.Length] : new bool[_matchers.Length];
        foreach (int query in _always)
        {
            called[query] = true;
        }

        foreach (FieldTriggers triggers in _triggers)
        {
            triggers.Call(document.Memory, called);
        }

        for (int query = 0; query < called.Length; query++)
        {
            if (called[query] && _matchers[query].Matches(document))
            {
                matches.Add(query);
            }
        }
    }
}
