using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Searching.Triggers;

/// <summary>The triggers of one dictionary, and the sets that each of them belongs to.</summary>
internal sealed class FieldTriggers
{
    private readonly InvertedField _field;
    private readonly TriggerTable _table;

    /// <summary>Makes an index of triggers.</summary>
    /// <param name="field">The dictionary.</param>
    /// <param name="triggers">Triggers of this dictionary, each with the number of its set.</param>
    public FieldTriggers(InvertedField field, IReadOnlyList<(Trigger Trigger, int Group)> triggers)
    {
        _field = field;
        Dictionary<byte[], int[]> terms = new(TermBytesComparer.Instance);
        Dictionary<byte[], int[]> prefixes = new(TermBytesComparer.Instance);
        foreach ((Trigger trigger, int group) in triggers)
        {
            Dictionary<byte[], int[]> index = trigger.IsPrefix ? prefixes : terms;
            int[] groups = index.GetValueOrDefault(trigger.Term, []);
            index[trigger.Term] = [.. groups.Append(group).Distinct()];
        }

        _table = new TriggerTable(
        [
            .. terms.Select(term => (new Trigger(field, term.Key, false), term.Value)),
            .. prefixes.Select(prefix => (new Trigger(field, prefix.Key, true), prefix.Value)),
        ]);
    }

    /// <summary>Notes the sets of which a document holds a term.</summary>
    /// <param name="document">A segment of one document.</param>
    /// <param name="held">An entry a set; set for those.</param>
    public void Call(SegmentView document, Span<bool> held)
    {
        TermCursor cursor = document.Terms(_field);
        while (cursor.MoveNext())
        {
            _table.Note(cursor.Term, held);
        }
    }
}
