namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// One inverted field of the documents buffered: their terms in the order of the text. It is inverted when written, by
/// counting: one pass counts each term, a second brings every occurrence to its place, so that adding a token costs one
/// look-up and four bytes. (Counting sort; Knuth, The Art of Computer Programming, vol. 3, 5.2.)
/// </summary>
internal sealed class InvertedBuffer(bool hasPositions)
{
    /// <summary>Documents of a run that is handed to the writer.</summary>
    private const int RunLength = 128;

    private readonly int[] _docs = new int[RunLength];
    private readonly int[] _frequencies = new int[RunLength];
    private int[] _gaps = new int[RunLength * 4];

    /// <summary>The distinct terms.</summary>
    public TermTable Terms { get; } = new();

    /// <summary>Their occurrences.</summary>
    public TokenStream Stream { get; } = new();

    /// <summary>Bytes of memory in use, with those that writing will take for a while.</summary>
    public long MemoryInBytes => Terms.MemoryInBytes + Stream.MemoryInBytes + (Stream.TermCount * (long)sizeof(ulong));

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        Terms.Clear();
        Stream.Clear();
    }

    /// <summary>Writes all terms with their postings.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="order">The terms in the order of their bytes.</param>
    /// <param name="scratch">Room for the occurrences; grown where it is too small, and reused.</param>
    public void Write(InvertedFieldWriter writer, int[] order, ref ulong[] scratch)
    {
        int[] ends = PlaceTerms(order);
        if (scratch.Length < Stream.TermCount)
        {
            scratch = new ulong[Stream.TermCount + (Stream.TermCount / 4)];
        }

        PlaceOccurrences(ends, scratch);
        int start = 0;
        foreach (int term in order)
        {
            int end = ends[term]; // by now behind the last occurrence
            writer.BeginTerm();
            WriteRuns(writer, scratch.AsSpan(start, end - start));
            writer.EndTerm(Terms[term]);
            start = end;
        }
    }

    /// <summary>Where the occurrences of each term begin when they lie in the order of the terms.</summary>
    private int[] PlaceTerms(int[] order)
    {
        int[] counts = new int[Terms.Count];
        for (int i = 0; i < Stream.ChunkCount; i++)
        {
            foreach (int value in Stream.Chunk(i))
            {
                if (value >= 0)
                {
                    counts[value]++;
                }
            }
        }

        int start = 0;
        foreach (int term in order)
        {
            int count = counts[term];
            counts[term] = start;
            start += count;
        }

        return counts;
    }

    /// <summary>Brings every occurrence, doc id above position, to the next place of its term.</summary>
    private void PlaceOccurrences(int[] places, ulong[] occurrences)
    {
        ulong doc = 0;
        uint position = 0;
        for (int i = 0; i < Stream.ChunkCount; i++)
        {
            foreach (int value in Stream.Chunk(i))
            {
                if (value >= 0)
                {
                    occurrences[places[value]++] = (doc << 32) | position;
                    position++;
                }
                else if (value == TokenStream.DocumentEnd)
                {
                    doc++;
                    position = 0;
                }
                else
                {
                    position = (uint)TokenStream.PositionOf(value);
                }
            }
        }
    }

    private void WriteRuns(InvertedFieldWriter writer, ReadOnlySpan<ulong> occurrences)
    {
        int count = 0;
        int gapCount = 0;
        int lastDoc = -1;
        int lastPosition = -1;
        foreach (ulong occurrence in occurrences)
        {
            int doc = (int)(occurrence >> 32);
            int position = (int)(occurrence & uint.MaxValue);
            if (doc != lastDoc)
            {
                if (count == RunLength)
                {
                    Flush(writer, count, gapCount);
                    (count, gapCount) = (0, 0);
                }

                _docs[count] = doc;
                _frequencies[count++] = 0;
                lastDoc = doc;
                lastPosition = -1;
            }
            else if (position == lastPosition)
            {
                continue; // the same term twice at one place
            }

            if (gapCount == _gaps.Length)
            {
                Array.Resize(ref _gaps, gapCount * 2);
            }

            _gaps[gapCount++] = position - lastPosition - 1;
            _frequencies[count - 1]++;
            lastPosition = position;
        }

        Flush(writer, count, gapCount);
    }

    private void Flush(InvertedFieldWriter writer, int count, int gapCount)
    {
        ReadOnlySpan<int> docs = _docs.AsSpan(0, count);
        if (hasPositions)
        {
            writer.Add(docs, _frequencies.AsSpan(0, count), _gaps.AsSpan(0, gapCount));
        }
        else
        {
            writer.Add(docs, [], []);
        }
    }
}
