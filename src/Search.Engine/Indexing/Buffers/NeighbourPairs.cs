using System.Runtime.CompilerServices;
using Search.Engine.Schemas;
using Search.Engine.Segments.Pairs;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// The pairs of neighbouring words in the documents buffered: one pass over their tokens counts the documents of every
/// pair of common words, another brings the occurrences of those that are listed to their places. Both do the same for
/// every token, common or not, since no branch would be foreseen.
/// </summary>
internal sealed class NeighbourPairs
{
    private const int RunLength = 128;

    /// <summary>Documents of pairs placed at a time, but for a pair that has more.</summary>
    private const int RangeLength = 1 << 21;

    /// <summary>The place of a pair that is not of the range: behind the end of any.</summary>
    private const int Elsewhere = int.MaxValue;

    private readonly TokenStream _stream;
    private readonly CommonWord[] _words;
    private readonly byte[] _ranks;
    private readonly Cell[] _cells;
    private readonly int[] _docs = new int[RunLength];
    private readonly int[] _frequencies = new int[RunLength];

    /// <summary>Makes ready to count.</summary>
    /// <param name="terms">The terms of the documents.</param>
    /// <param name="stream">Their occurrences.</param>
    /// <param name="words">The common ones, in the order of their terms.</param>
    public NeighbourPairs(TermTable terms, TokenStream stream, CommonWord[] words)
    {
        _stream = stream;
        _words = words;
        _ranks = new byte[terms.Count];
        for (int i = 0; i < words.Length; i++)
        {
            _ranks[terms.GetOrAdd(words[i].Term)] = (byte)(i + 1); // 0 is any other word
        }

        _cells = new Cell[Stride * Stride];
    }

    private int Stride => _words.Length + 1;

    /// <summary>Writes the pairs that are due.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="rule">Which are due.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="scratch">Room for the occurrences; grown where it is too small, and reused.</param>
    public void Write(PairWriter writer, PairRule rule, int docCount, ref ulong[] scratch)
    {
        var counter = new Counter(_cells);
        Walk(ref counter);
        List<(int Cell, int Count)> pairs = Choose(rule, docCount);
        for (int first = 0, end; first < pairs.Count; first = end)
        {
            int length = 0;
            Array.Fill(_cells, new Cell { Value = Elsewhere });
            for (end = first; end < pairs.Count && (end == first || length + pairs[end].Count <= RangeLength); end++)
            {
                _cells[pairs[end].Cell].Value = length;
                length += pairs[end].Count;
            }

            if (scratch.Length < length)
            {
                scratch = new ulong[Math.Max(length, RangeLength)];
            }

            var placer = new Placer(_cells, scratch);
            Walk(ref placer);
            int start = 0;
            for (int i = first; i < end; i++)
            {
                WriteRuns(writer, pairs[i].Cell, scratch.AsSpan(start, pairs[i].Count));
                start += pairs[i].Count;
            }
        }
    }

    private List<(int Cell, int Count)> Choose(PairRule rule, int docCount)
    {
        List<(int Cell, int Count)> chosen = [];
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            (int first, int second) = Math.DivRem(cell, Stride);
            if (first == 0 || second == 0)
            {
                continue; // any other word
            }

            int count = _cells[cell].Value;
            int firstFrequency = _words[first - 1].Entry.DocFrequency;
            if (rule.Lists(docCount, firstFrequency, _words[second - 1].Entry.DocFrequency, count))
            {
                chosen.Add((cell, count));
            }
        }

        return chosen;
    }

    private void WriteRuns(PairWriter writer, int cell, ReadOnlySpan<ulong> postings)
    {
        writer.Begin();
        while (postings.Length > 0)
        {
            int count = Math.Min(postings.Length, RunLength);
            for (int i = 0; i < count; i++)
            {
                _docs[i] = (int)(postings[i] >> 32);
                _frequencies[i] = (int)(postings[i] & int.MaxValue);
            }

            writer.Add(_docs.AsSpan(0, count), _frequencies.AsSpan(0, count));
            postings = postings[count..];
        }

        (int first, int second) = Math.DivRem(cell, Stride);
        writer.End(_words[first - 1].Entry, _words[second - 1].Entry);
    }

    /// <summary>Shows every pair of neighbours to a visitor, in the order of the text.</summary>
    private void Walk<T>(ref T visitor)
        where T : struct, INeighbourVisitor
    {
        int stride = Stride;
        byte[] ranks = _ranks;
        var places = new StackedPlaces();
        int doc = 1;
        int next = 0; // the position of the next token, but for a mark
        int beforeLast = 0;
        int last = 0;
        for (int i = 0; i < _stream.ChunkCount; i++)
        {
            foreach (int value in _stream.Chunk(i))
            {
                if (value >= 0 && !places.IsUsed)
                {
                    int rank = ranks[value];
                    visitor.Visit((last * stride) + rank, doc);
                    (beforeLast, last) = (last, rank);
                    next++;
                }
                else if (value >= 0)
                {
                    places.Add(ranks[value], next++);
                    foreach (byte before in places.Before)
                    {
                        visitor.Visit((before * stride) + places.Added, doc);
                    }
                }
                else if (value == TokenStream.DocumentEnd)
                {
                    (next, last) = (0, 0);
                    places.Clear();
                    doc++;
                }
                else
                {
                    int position = TokenStream.PositionOf(value);
                    if (position < next && !places.IsUsed)
                    {
                        places.Begin((byte)beforeLast, (byte)last, next - 1);
                    }

                    next = position;
                    last = 0; // a gap, where places are not used
                }
            }
        }
    }

    /// <summary>What is known of a pair: a count or a place, and the last document it was seen in, from 1.</summary>
    private struct Cell
    {
        public int Doc;
        public int Value;
    }

    /// <summary>Counts documents.</summary>
    private readonly struct Counter(Cell[] cells) : INeighbourVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int pair, int doc)
        {
            ref Cell cell = ref cells[pair];
            cell.Value += cell.Doc == doc ? 0 : 1;
            cell.Doc = doc;
        }
    }

    /// <summary>Brings documents to the places of their pairs: doc id above, frequency below.</summary>
    private readonly struct Placer(Cell[] cells, ulong[] postings) : INeighbourVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int pair, int doc)
        {
            ref Cell cell = ref cells[pair];
            if (cell.Value == Elsewhere)
            {
                return;
            }

            if (cell.Doc != doc)
            {
                cell.Doc = doc;
                postings[cell.Value++] = (ulong)(doc - 1) << 32;
            }

            postings[cell.Value - 1]++;
        }
    }
}
