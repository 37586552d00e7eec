using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Phrases;

/// <summary>
/// The posting lists of the slots of a phrase, moved together to the documents that hold all of them.
/// </summary>
internal sealed class SlotPostings
{
    private readonly PostingsCursor[] _byCost;

    /// <summary>Makes a walk.</summary>
    /// <param name="slots">One or more slots, ascending by offset.</param>
    /// <param name="cursors">Their postings, none of them moved.</param>
    public SlotPostings(IReadOnlyList<PhraseSlot> slots, PostingsCursor[] cursors)
    {
        Slots = slots;
        Cursors = cursors;
        _byCost = [.. cursors];
        Array.Sort(_byCost, static (left, right) => left.Cost.CompareTo(right.Cost));
    }

    /// <summary>The slots, ascending by offset.</summary>
    public IReadOnlyList<PhraseSlot> Slots { get; }

    /// <summary>The postings of the slots.</summary>
    public PostingsCursor[] Cursors { get; }

    /// <summary>The current document.</summary>
    public int DocId => _byCost[0].DocId;

    /// <summary>Upper bound of the documents.</summary>
    public long Cost => _byCost[0].Cost;

    /// <summary>Opens the slots of a phrase in a segment; null where one of them has no postings.</summary>
    public static SlotPostings? Open(IReadOnlyList<PhraseSlot> slots, MatchContext context)
    {
        var cursors = new PostingsCursor[slots.Count];
        for (int i = 0; i < cursors.Length; i++)
        {
            if (slots[i].Open(context.Segment, context.Report) is not PostingsCursor cursor)
            {
                return null;
            }

            cursors[i] = cursor;
        }

        return new SlotPostings(slots, cursors);
    }

    /// <summary>Moves to the next document that holds all slots.</summary>
    public int Next() => Align(_byCost[0].Next());

    /// <summary>Moves to the first such document at or behind a target.</summary>
    public int Seek(int target) => Align(_byCost[0].Seek(target));

    private int Align(int docId)
    {
        int agreed = 1;
        while (docId != DocCursor.End && agreed < _byCost.Length)
        {
            int other = _byCost[agreed].Seek(docId);
            if (other == docId)
            {
                agreed++;
            }
            else
            {
                docId = _byCost[0].Seek(other);
                agreed = 1;
            }
        }

        return docId;
    }
}
