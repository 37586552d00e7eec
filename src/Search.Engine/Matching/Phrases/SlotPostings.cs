using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Phrases;

/// <summary>
/// The posting lists of the slots of a phrase, and those of neighbouring slots as pairs where there are such, moved
/// together to the documents that all of them hold.
/// </summary>
internal sealed class SlotPostings
{
    private readonly PostingsCursor[] _byCost;

    /// <summary>Makes a walk.</summary>
    /// <param name="slots">One or more slots, ascending by offset.</param>
    /// <param name="cursors">Their postings, none of them moved.</param>
    /// <param name="pairs">Documents in which two of the slots stand side by side; they hold all of the phrase.</param>
    public SlotPostings(IReadOnlyList<PhraseSlot> slots, PostingsCursor[] cursors, PostingsCursor[] pairs)
    {
        Slots = slots;
        Cursors = cursors;
        All = [.. cursors, .. pairs];
        _byCost = [.. All];
        Array.Sort(_byCost, static (left, right) => left.Cost.CompareTo(right.Cost));
    }

    /// <summary>The slots, ascending by offset.</summary>
    public IReadOnlyList<PhraseSlot> Slots { get; }

    /// <summary>The postings of the slots.</summary>
    public PostingsCursor[] Cursors { get; }

    /// <summary>The postings of the slots, and behind them those of pairs.</summary>
    public PostingsCursor[] All { get; }

    /// <summary>The current document.</summary>
    public int DocId => _byCost[0].DocId;

    /// <summary>Upper bound of the documents.</summary>
    public long Cost => _byCost[0].Cost;

    /// <summary>Looks the terms of a phrase up; null where the segment lacks one.</summary>
    public static TermEntry[]? FindTerms(IReadOnlyList<PhraseSlot> slots, SegmentView segment)
    {
        var terms = new TermEntry[slots.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            if (!slots[i].TryFind(segment, out terms[i]))
            {
                return null;
            }
        }

        return terms;
    }

    /// <summary>Opens the slots of a phrase in a segment; null where one of them has no postings.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="terms">What <see cref="FindTerms"/> gave.</param>
    /// <param name="slop">Moves allowed; pairs tell nothing of a phrase whose words may move.</param>
    /// <param name="context">The segment.</param>
    public static SlotPostings? Open(
        IReadOnlyList<PhraseSlot> slots, TermEntry[] terms, int slop, MatchContext context)
    {
        var cursors = new PostingsCursor[slots.Count];
        List<PostingsCursor> pairs = [];
        for (int i = 0; i < cursors.Length; i++)
        {
            if (slots[i].Open(context.Segment, terms[i], context.Report) is not PostingsCursor cursor)
            {
                return null;
            }

            cursors[i] = cursor;
            if (slop == 0 && i > 0
                && slots[i - 1].OpenPair(terms[i - 1], slots[i], terms[i], context) is PostingsCursor pair)
            {
                pairs.Add(pair);
            }
        }

        return new SlotPostings(slots, cursors, [.. pairs]);
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
