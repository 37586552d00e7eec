using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Searching.Triggers;

/// <summary>The triggers of one dictionary, and the sets that each of them belongs to.</summary>
internal sealed class FieldTriggers
{
    private readonly InvertedField _field;
    private readonly Dictionary<byte[], int[]> _terms = new(TermBytesComparer.Instance);
    private readonly Dictionary<byte[], int[]> _prefixes = new(TermBytesComparer.Instance);
    private readonly int[] _prefixLengths;

    /// <summary>Makes an index of triggers.</summary>
    /// <param name="field">The dictionary.</param>
    /// <param name="triggers">Triggers of this dictionary, each with the number of its set.</param>
    public FieldTriggers(InvertedField field, IReadOnlyList<(Trigger Trigger, int Group)> triggers)
    {
        _field = field;
        foreach ((Trigger trigger, int group) in triggers)
        {
            Dictionary<byte[], int[]> index = trigger.IsPrefix ? _prefixes : _terms;
            int[] groups = index.GetValueOrDefault(trigger.Term, []);
            index[trigger.Term] = [.. groups.Append(group).Distinct()];
        }

        _prefixLengths = [.. _prefixes.Keys.Select(prefix => prefix.Length).Distinct().Order()];
    }

    /// <summary>Notes the sets of which a document holds a term.</summary>
    /// <param name="document">A segment of one document.</param>
    /// <param name="held">An entry a set; set for those.</param>
    public void Call(SegmentView document, Span<bool> held)
    {
        var terms = _terms.GetAlternateLookup<ReadOnlySpan<byte>>();
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<byte>>();
        TermCursor cursor = document.Terms(_field);
        while (cursor.MoveNext())
        {
            ReadOnlySpan<byte> term = cursor.Term;
            if (terms.TryGetValue(term, out int[]? groups))
            {
                Note(groups, held);
            }

            foreach (int length in _prefixLengths)
            {
                if (length > term.Length)
                {
                    break;
                }

                if (prefixes.TryGetValue(term[..length], out groups))
                {
                    Note(groups, held);
                }
            }
        }
    }

    private static void Note(int[] groups, Span<bool> held)
    {
        foreach (int group in groups)
        {
            held[group] = true;
        }
    }
}
