using System.Runtime.InteropServices;

namespace Search.Engine.Matching.Nearness;

/// <summary>Occurrences of a node in one document, reused from document to document.</summary>
/// <param name="keepsMarks">Whether the words that make an occurrence up are kept beside its extent.</param>
internal sealed class OccurrenceList(bool keepsMarks)
{
    private readonly List<Occurrence> _items = [];
    private readonly List<Mark> _marks = [];

    /// <summary>Whether marks are kept.</summary>
    public bool KeepsMarks => keepsMarks;

    /// <summary>Number of occurrences.</summary>
    public int Count => _items.Count;

    /// <summary>The occurrences; valid until the list changes.</summary>
    public ReadOnlySpan<Occurrence> Items => CollectionsMarshal.AsSpan(_items);

    /// <summary>All marks of all occurrences; valid until the list changes.</summary>
    public ReadOnlySpan<Mark> AllMarks => CollectionsMarshal.AsSpan(_marks);

    /// <summary>The marks of one occurrence; valid until the list changes.</summary>
    public ReadOnlySpan<Mark> Marks(in Occurrence occurrence) =>
        CollectionsMarshal.AsSpan(_marks).Slice(occurrence.FirstMark, occurrence.MarkCount);

    /// <summary>Empties the list.</summary>
    public void Clear()
    {
        _items.Clear();
        _marks.Clear();
    }

    /// <summary>Appends an occurrence that is marked as a whole.</summary>
    public void Add(int start, int end)
    {
        _items.Add(new Occurrence(start, end, _marks.Count, keepsMarks ? 1 : 0));
        if (keepsMarks)
        {
            _marks.Add(new Mark(start, end));
        }
    }

    /// <summary>Appends an occurrence with marks of its own.</summary>
    public void Add(int start, int end, ReadOnlySpan<Mark> marks)
    {
        _items.Add(new Occurrence(start, end, _marks.Count, keepsMarks ? marks.Length : 0));
        if (keepsMarks)
        {
            _marks.AddRange(marks);
        }
    }

    /// <summary>Puts the occurrences in order of start, then end.</summary>
    public void Sort() => _items.Sort(static (left, right) =>
        left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End));
}
