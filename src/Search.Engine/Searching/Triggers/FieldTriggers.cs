using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Searching.Triggers;

/// <summary>The triggers of one dictionary, and the queries that each of them calls.</summary>
internal sealed class FieldTriggers
{
    private readonly InvertedField _field;
    private readonly Dictionary<byte[], int[]> _terms = new(TermBytesComparer.Instance);
    private readonly Dictionary<byte[], int[]> _prefixes = new(TermBytesComparer.Instance);
    private readonly int[] _prefixLengths;

    /// <summary>Makes an index of triggers.</summary>
    /// <param name="field">The dictionary.</param>
    /// <param name="triggers">Triggers of this dictionary, each with the number of its query.</param>
    public FieldTriggers(InvertedField field, IReadOnlyList<(Trigger Trigger, int Query)> triggers)
    {
        _field = field;
        foreach ((Trigger trigger, int query) in triggers)
        {
            Dictionary<byte[], int[]> index = trigger.IsPrefix ? _prefixes : _terms;
            int[] queries = index.GetValueOrDefault(trigger.Term, []);
            index[trigger.Term] = [.. queries.Append(query).Distinct()];
        }

        _prefixLengths = [.. _prefixes.Keys.Select(prefix => prefix.Length).Distinct().Order()];
    }

    /// <summary>Notes the queries that the terms of a document call.</summary>
    /// <param name="document">A segment of one document.</param>
    /// <param name="called">An entry a query; set for those that are called.</param>
    public void Call(SegmentView document, Span<bool> called)
    {
        var terms = _terms.GetAlternateLookup<ReadOnlySpan<byte>>();
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<byte>>();
        TermCursor cursor = document.Terms(_field);
        while (cursor.MoveNext())
        {
            ReadOnlySpan<byte> term = cursor.Term;
            if (terms.TryGetValue(term, out int[]? queries))
            {
                Note(queries, called);
            }

            foreach (int length in _prefixLengths)
            {
                if (length > term.Length)
                {
                    break;
                }

                if (prefixes.TryGetValue(term[..length], out queries))
                {
                    Note(queries, called);
                }
            }
        }
    }

    private static void Note(int[] queries, Span<bool> called)
    {
        foreach (int query in queries)
        {
            called[query] = true;
        }
    }
}
