using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Documents that hold any of some terms, each with the same score. They are put together when first asked for: who
/// wants no more than the first few asks for those instead.
/// </summary>
/// <param name="segment">The segment.</param>
/// <param name="field">Dictionary of the terms.</param>
/// <param name="entries">Entries of the terms; one or more count.</param>
/// <param name="count">How many of <paramref name="entries"/> count.</param>
/// <param name="report">Lends what is needed.</param>
/// <param name="score">The score of each document.</param>
internal sealed class TermSetCursor(
    SegmentView segment, InvertedField field, TermEntry[] entries, int count, MatchReport report, float score)
    : MatchCursor
{
    /// <summary>Below one document in so many, sorting a list takes less than clearing a bit a document.</summary>
    private const int DocsPerListEntry = 4096;

    private readonly long _postings = Sum(entries.AsSpan(0, count));
    private MatchCursor? _documents;

    /// <summary>Number of terms.</summary>
    public int TermCount => count;

    /// <inheritdoc/>
    public override int DocId => _documents?.DocId ?? -1;

    /// <inheritdoc/>
    public override long Cost => Math.Min(_postings, segment.DocCount);

    /// <inheritdoc/>
    public override int Next() => Documents().Next();

    /// <inheritdoc/>
    public override int Seek(int target) => Documents().Seek(target);

    /// <inheritdoc/>
    public override float Score() => score;

    /// <summary>The documents as a bit each; takes the place of this cursor.</summary>
    public BitSetCursor Bits()
    {
        int length = (segment.DocCount + 63) / 64;
        ulong[] array = report.Rent(length);
        Span<ulong> words = array.AsSpan(0, length);
        PostingsCursor? postings = null;
        foreach (TermEntry entry in entries.AsSpan(0, count))
        {
            postings = Turn(postings, entry);
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

            for (int docId = postings.Next(); docId != End; docId = postings.Next())
            {
                words[docId >> 6] |= 1UL << docId;
            }
        }

        return new BitSetCursor(array, length, Cost, score);
    }

    /// <summary>
    /// The first documents that are not deleted, as many as there is room for; does not move the cursor. A term is read
    /// no further than to the last of those found.
    /// </summary>
    /// <param name="docIds">Receives them, ascending. Not empty.</param>
    /// <returns>How many there are.</returns>
    public int First(Span<int> docIds)
    {
        ReadOnlySpan<ulong> live = segment.LiveDocs;
        PostingsCursor? postings = null;
        int found = 0;
        foreach (TermEntry entry in entries.AsSpan(0, count))
        {
            postings = Turn(postings, entry);
            int end = found == docIds.Length ? docIds[^1] : End;
            for (int docId = postings.Next(); docId < end; docId = postings.Next())
            {
                int place = ~docIds[..found].BinarySearch(docId);
                bool isLive = live.IsEmpty || (live[docId >> 6] & (1UL << docId)) != 0; // modulo 64, as above
                if (place < 0 || !isLive)
                {
                    continue;
                }

                found = Math.Min(found + 1, docIds.Length);
                docIds[place..(found - 1)].CopyTo(docIds[(place + 1)..]);
                docIds[place] = docId;
                end = found == docIds.Length ? docIds[^1] : End;
            }
        }

        return found;
    }

    private static long Sum(ReadOnlySpan<TermEntry> entries)
    {
        long sum = 0;
        foreach (TermEntry entry in entries)
        {
            sum += entry.DocFrequency;
        }

        return sum;
    }

    /// <summary>One cursor serves all terms, one behind the other.</summary>
    private PostingsCursor Turn(PostingsCursor? postings, in TermEntry entry) => postings is null
        ? report.Rent(segment, field, entry)
        : segment.Postings(field, entry, postings);

    private MatchCursor Documents() => _documents ??= count == 1
        ? new PlainCursor(Turn(null, entries[0]), score)
        : _postings < segment.DocCount / DocsPerListEntry ? List() : Bits();

    private DocListCursor List()
    {
        var docIds = new int[_postings];
        int length = 0;
        PostingsCursor? postings = null;
        foreach (TermEntry entry in entries.AsSpan(0, count))
        {
            postings = Turn(postings, entry);
            for (int docId = postings.Next(); docId != End; docId = postings.Next())
            {
                docIds[length++] = docId;
            }
        }

        Array.Sort(docIds, 0, length);
        int distinct = 0;
        for (int i = 0; i < length; i++)
        {
            if (i == 0 || docIds[i] != docIds[distinct - 1])
            {
                docIds[distinct++] = docIds[i];
            }
        }

        return new DocListCursor(docIds, distinct, score);
    }
}
