using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Indexing.Merges;

/// <summary>Copies the postings of a term block by block, with new doc ids and without deleted documents.</summary>
internal sealed class PostingsMerge
{
    private readonly int[] _docs = new int[BlockPostingsCursor.BlockSize];
    private readonly int[] _frequencies = new int[BlockPostingsCursor.BlockSize];
    private int[] _gaps = new int[BlockPostingsCursor.BlockSize * 4];

    /// <summary>Copies all postings of a cursor that stands before its first; returns whether any was live.</summary>
    public bool Copy(MergeSource source, DiskPostingsCursor cursor, bool hasPositions, InvertedFieldWriter writer)
    {
        bool isAny = false;
        while (cursor.NextBlock())
        {
            ReadOnlySpan<int> docs = cursor.BlockDocs;
            ReadOnlySpan<int> frequencies = hasPositions ? cursor.BlockFrequencies : [];
            ReadOnlySpan<int> gaps = hasPositions ? cursor.BlockPositionGaps() : [];
            if (source.IsWhole)
            {
                for (int i = 0; i < docs.Length; i++)
                {
                    _docs[i] = docs[i] + source.Start;
                }

                writer.Add(_docs.AsSpan(0, docs.Length), frequencies, gaps);
                isAny = true;
                continue;
            }

            isAny |= CopyLive(source, docs, frequencies, gaps, writer);
        }

        return isAny;
    }

    /// <summary>Copies the list of a pair; as above.</summary>
    public bool Copy(MergeSource source, DiskPostingsCursor cursor, PairWriter writer)
    {
        bool isAny = false;
        while (cursor.NextBlock())
        {
            ReadOnlySpan<int> docs = cursor.BlockDocs;
            ReadOnlySpan<int> frequencies = cursor.BlockFrequencies;
            int count = 0;
            for (int i = 0; i < docs.Length; i++)
            {
                int doc = source.Map(docs[i]);
                (_docs[count], _frequencies[count]) = (doc, frequencies[i]);
                count += doc < 0 ? 0 : 1;
            }

            writer.Add(_docs.AsSpan(0, count), _frequencies.AsSpan(0, count));
            isAny |= count > 0;
        }

        return isAny;
    }

    private bool CopyLive(
        MergeSource source,
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<int> gaps,
        InvertedFieldWriter writer)
    {
        if (_gaps.Length < gaps.Length)
        {
            _gaps = new int[gaps.Length * 2];
        }

        int count = 0;
        int gapCount = 0;
        int at = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int frequency = frequencies.IsEmpty ? 0 : frequencies[i];
            int doc = source.Map(docs[i]);
            if (doc >= 0)
            {
                gaps.Slice(at, frequency).CopyTo(_gaps.AsSpan(gapCount));
                gapCount += frequency;
                _docs[count] = doc;
                _frequencies[count++] = frequency;
            }

            at += frequency;
        }

        ReadOnlySpan<int> kept = frequencies.IsEmpty ? [] : _frequencies.AsSpan(0, count);
        writer.Add(_docs.AsSpan(0, count), kept, _gaps.AsSpan(0, gapCount));
        return count > 0;
    }
}
