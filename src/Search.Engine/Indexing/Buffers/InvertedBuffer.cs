namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// One inverted field of the documents buffered: their terms in the order of the text. It is inverted when written, by
/// counting: one pass counts each term, others bring every occurrence to its place, so that adding a token costs one
/// look-up and four bytes. (Counting sort; Knuth, The Art of Computer Programming, vol. 3, 5.2.) The terms are taken a
/// range at a time, so that the places lie in a small array, most of it in the cache: reading all occurrences several
/// times in their order costs less than writing them once all over memory.
/// </summary>
internal sealed class InvertedBuffer(bool hasPositions)
{
    /// <summary>Documents of a run that is handed to the writer.</summary>
    private const int RunLength = 128;

    /// <summary>Occurrences placed at a time, but for a term that has more.</summary>
    private const int RangeLength = 1 << 21;

    /// <summary>The place of a term that is not of the range: behind the end of any.</summary>
    private const int Elsewhere = int.MaxValue;

    private readonly int[] _docs = new int[RunLength];
    private readonly int[] _frequencies = new int[RunLength];
    private int[] _gaps = new int[RunLength * 4];

    /// <summary>The distinct terms.</summary>
    public TermTable Terms { get; } = new();

    /// <summary>Their occurrences.</summary>
    public TokenStream Stream { get; } = new();

    /// <summary>Bytes of memory in use.</summary>
    public long MemoryInBytes => Terms.MemoryInBytes + Stream.MemoryInBytes;

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
        int[] counts = CountTerms();
        int[] places = new int[counts.Length];
        for (int first = 0, end; first < order.Length; first = end)
        {
            int length = PlaceRange(order, first, counts, places, out end);
            if (scratch.Length < length)
            {
                scratch = new ulong[Math.Max(length, RangeLength)];
            }

            PlaceOccurrences(places, length, scratch);
            int start = 0;
            foreach (int term in order.AsSpan(first, end - first))
            {
                writer.BeginTerm();
                WriteRuns(writer, scratch.AsSpan(start, counts[term]));
                writer.EndTerm(Terms[term]);
                start += counts[term];
                places[term] = Elsewhere;
            }
        }
    }

    /// <summary>
    /// Gives the terms from one on their places, as many as fit a range; those behind them are elsewhere.
    /// </summary>
    /// <returns>Occurrences of the range.</returns>
    private static int PlaceRange(int[] order, int first, int[] counts, int[] places, out int end)
    {
        int length = 0;
        for (end = first; end < order.Length && (end == first || length + counts[order[end]] <= RangeLength); end++)
        {
            places[order[end]] = length;
            length += counts[order[end]];
        }

        foreach (int term in order.AsSpan(end))
        {
            places[term] = Elsewhere;
        }

        return length;
    }

    /// <summary>How often each term occurs.</summary>
    private int[] CountTerms()
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

        return counts;
    }

    /// <summary>
    /// Brings every occurrence, doc id above position, to the next place of its term; passes over terms whose place is
    /// not below a length.
    /// </summary>
    private void PlaceOccurrences(int[] places, int length, ulong[] occurrences)
    {
        // No place of the range reaches the length before its term is full, and then the term comes no more.

        ulong doc = 0;
        uint position = 0;
        for (int i = 0; i < Stream.ChunkCount; i++)
        {
            foreach (int value in Stream.Chunk(i))
            {
                if (value >= 0)
                {
                    int place = places[value];
                    if (place < length)
                    {
                        occurrences[place] = (doc << 32) | position;
                        places[value] = place + 1;
                    }

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
