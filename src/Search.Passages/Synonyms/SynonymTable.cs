using System.Diagnostics.CodeAnalysis;

namespace Search.Passages.Synonyms;

/// <summary>The synonyms that queries are read with. Immutable.</summary>
internal sealed class SynonymTable
{
    private readonly Dictionary<string, List<SynonymGroup>> _groups = new(StringComparer.Ordinal);

    /// <summary>Makes a table.</summary>
    /// <param name="groups">Its groups, in order.</param>
    /// <param name="fingerprint">Changes with what the groups say.</param>
    public SynonymTable(IReadOnlyList<SynonymGroup> groups, string fingerprint)
    {
        Fingerprint = fingerprint;
        foreach (SynonymGroup group in groups)
        {
            foreach (SynonymTerm term in group.From)
            {
                MaxWords = Math.Max(MaxWords, term.Words.Count);
                Add(term.Key, group);
                if (term.Words.Count == 1)
                {
                    Add(SynonymTerm.Plural(term.Words[0]), group);
                }
            }
        }
    }

    /// <summary>A table of nothing.</summary>
    public static SynonymTable Empty { get; } = new([], "");

    /// <summary>Changes with what the table says.</summary>
    public string Fingerprint { get; }

    /// <summary>Most words of a term that is looked up.</summary>
    public int MaxWords { get; }

    /// <summary>The groups that a key of <see cref="SynonymTerm.Key"/> stands in.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out IReadOnlyList<SynonymGroup>? groups)
    {
        bool isFound = _groups.TryGetValue(key, out List<SynonymGroup>? found);
        groups = found;
        return isFound;
    }

    private void Add(string key, SynonymGroup group)
    {
        if (!_groups.TryGetValue(key, out List<SynonymGroup>? groups))
        {
            _groups.Add(key, groups = []);
        }

        if (!groups.Contains(group))
        {
            groups.Add(group);
        }
    }
}
