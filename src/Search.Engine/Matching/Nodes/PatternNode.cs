using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Documents that hold any term of a pattern, each with the same score, as Lucene's multi-term queries.
/// </summary>
/// <param name="field">Dictionary that the terms are looked for in.</param>
/// <param name="pattern">The terms.</param>
/// <param name="text">The clause as written, to be shown.</param>
internal sealed class PatternNode(InvertedField field, TermPattern pattern, string text) : QueryNode
{
    /// <summary>Below one document in so many, a sorted list is smaller and faster than a bit a document.</summary>
    private const int DocsPerListEntry = 64;

    /// <summary>The dictionary.</summary>
    public InvertedField Field { get; } = field;

    /// <summary>The terms.</summary>
    public TermPattern Pattern => pattern;

    /// <summary>The clause as written.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        SegmentView segment = context.Segment;
        List<TermEntry> entries = [];
        long cost = 0;
        TermCursor terms = segment.Terms(Field);
        for (bool found = pattern.Seek(terms); found; found = pattern.MoveNext(terms))
        {
            if (entries.Count == context.Report.MaxTerms)
            {
                context.Report.HasTruncatedExpansion = true;
                break;
            }

            entries.Add(terms.Entry);
            cost += terms.Entry.DocFrequency;
        }

        return entries.Count switch
        {
            0 => NoneCursor.Instance,
            1 => new PlainCursor(segment.Postings(Field, entries[0]), boost),
            _ => cost < segment.DocCount / DocsPerListEntry
                ? List(segment, entries, (int)cost, boost)
                : Bits(context, entries, cost, boost),
        };
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => Field.HasPositions
        ? new PostingsOccurrences(Field.Field, PatternPostings.Open(context.Segment, Field, pattern, context.Report))
        : null;

    private DocListCursor List(SegmentView segment, List<TermEntry> entries, int cost, float boost)
    {
        var docIds = new int[cost];
        int count = 0;
        PostingsCursor? postings = null;
        foreach (TermEntry entry in entries)
        {
            postings = segment.Postings(Field, entry, postings);
            if (postings is BlockPostingsCursor blocks)
            {
                while (blocks.NextBlock())
                {
                    blocks.BlockDocs.CopyTo(docIds.AsSpan(count));
                    count += blocks.BlockDocs.Length;
                }

                continue;
            }

            for (int docId = postings.Next(); docId != DocCursor.End; docId = postings.Next())
            {
                docIds[count++] = docId;
            }
        }

        Array.Sort(docIds, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || docIds[i] != docIds[distinct - 1])
            {
                docIds[distinct++] = docIds[i];
            }
        }

        return new DocListCursor(docIds, distinct, boost);
    }

    private BitSetCursor Bits(MatchContext context, List<TermEntry> entries, long cost, float boost)
    {
        SegmentView segment = context.Segment;
        int count = (segment.DocCount + 63) / 64;
        ulong[] array = context.Report.Rent(count);
        Span<ulong> words = array.AsSpan(0, count);
        PostingsCursor? postings = null;
        foreach (TermEntry entry in entries)
        {
            postings = segment.Postings(Field, entry, postings);
            if (postings is BlockPostingsCursor blocks)
            {
                while (blocks.NextBlock())
                {
                    foreach (int docId in blocks.BlockDocs)
                    {
                        words[docId >> 6] |= 1UL << docId; // a shift counts modulo 64
                    }
                }

                continue;
            }

            for (int docId = postings.Next(); docId != DocCursor.End; docId = postings.Next())
            {
                words[docId >> 6] |= 1UL << docId;
            }
        }

        return new BitSetCursor(array, count, Math.Min(cost, segment.DocCount), boost);
    }
}
