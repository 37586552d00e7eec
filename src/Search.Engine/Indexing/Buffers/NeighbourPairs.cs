using System.Buffers;
using System.Runtime.CompilerServices;
using Search.Engine.Schemas;
using Search.Engine.Segments.Pairs;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// The pairs of neighbouring words in the documents buffered. A pass over some of them finds out which pairs of common
/// words are due; one over all of them collects the documents of those.
/// </summary>
internal sealed class NeighbourPairs
{
    /// <summary>About how many documents of pairs are collected in one pass, but for a pair that has more.</summary>
    private const int RangeLength = 1 << 20;

    /// <summary>Of more documents than twice so many only some are looked at to choose.</summary>
    private const int SampleLength = 1 << 15;

    private readonly TokenStream _stream;
    private readonly CommonWord[] _words;
    private readonly ushort[] _ranks;
    private readonly int _cellCount;
    private readonly Cell[] _cells;
    private readonly int[] _docs = new int[PairChunks.Length];
    private readonly int[] _frequencies = new int[PairChunks.Length];

    /// <summary>Makes ready to count.</summary>
    /// <param name="terms">The terms of the documents.</param>
    /// <param name="stream">Their occurrences.</param>
    /// <param name="words">The common ones, in the order of their terms.</param>
    public NeighbourPairs(TermTable terms, TokenStream stream, CommonWord[] words)
    {
        _stream = stream;
        _words = words;
        _ranks = new ushort[terms.Count];
        for (int i = 0; i < words.Length; i++)
        {
            _ranks[terms.GetOrAdd(words[i].Term)] = (ushort)(i + 1); // 0 is any other word
        }

        // Megabytes, needed by one segment after the other.
        _cellCount = Stride * Stride;
        _cells = ArrayPool<Cell>.Shared.Rent(_cellCount);
        _cells.AsSpan(0, _cellCount).Clear();
    }

    private int Stride => _words.Length + 1;

    /// <summary>Writes the pairs that are due, once.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="rule">Which are due.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="scratch">Room for the documents of pairs; grown where it is too small, and reused.</param>
    public void Write(PairWriter writer, PairRule rule, int docCount, ref ulong[] scratch)
    {
        int every = Math.Max(1, docCount / SampleLength);
        var counter = new Counter(_cells);
        Walk(ref counter, every);
        List<(int Cell, long Count)> pairs = Choose(rule, docCount, every);
        for (int first = 0, end; first < pairs.Count; first = end)
        {
            ulong[] chosen = new ulong[(_cellCount + 63) / 64];
            long length = 0;
            for (end = first; end < pairs.Count && (end == first || length + pairs[end].Count <= RangeLength); end++)
            {
                int cell = pairs[end].Cell;
                chosen[cell >> 6] |= 1UL << (cell & 63);
                _cells[cell] = default;
                length += pairs[end].Count;
            }

            var placer = new Placer(_cells, chosen, new PairChunks(scratch));
            Walk(ref placer, 1);
            scratch = placer.Chunks.Room;
            WriteLists(writer, placer.Chunks);
        }

        ArrayPool<Cell>.Shared.Return(_cells);
    }

    /// <summary>The pairs that are due, and about how many documents hold each.</summary>
    private List<(int Cell, long Count)> Choose(PairRule rule, int docCount, int every)
    {
        List<(int Cell, long Count)> chosen = [];
        for (int first = 1; first < Stride; first++)
        {
            int firstFrequency = _words[first - 1].Entry.DocFrequency;
            for (int second = 1; second < Stride; second++)
            {
                int cell = (first * Stride) + second;
                long count = (long)_cells[cell].Value * every;
                if (count > 0 && rule.Lists(docCount, firstFrequency, _words[second - 1].Entry.DocFrequency, count))
                {
                    chosen.Add((cell, count));
                }
            }
        }

        return chosen;
    }

    private void WriteLists(PairWriter writer, PairChunks chunks)
    {
        int last = -1;
        foreach ((int cell, int chunk) in chunks.Sorted())
        {
            if (cell != last)
            {
                End(writer, last);
                writer.Begin();
            }

            last = cell;
            ReadOnlySpan<ulong> postings = chunks.Postings(chunk, _cells[cell].Value);
            for (int i = 0; i < postings.Length; i++)
            {
                _docs[i] = (int)(postings[i] >> 32);
                _frequencies[i] = (int)(postings[i] & int.MaxValue);
            }

            writer.Add(_docs.AsSpan(0, postings.Length), _frequencies.AsSpan(0, postings.Length));
        }

        End(writer, last);
    }

    private void End(PairWriter writer, int cell)
    {
        if (cell >= 0)
        {
            (int first, int second) = Math.DivRem(cell, Stride);
            writer.End(_words[first - 1].Entry, _words[second - 1].Entry);
        }
    }

    /// <summary>Shows every pair of neighbours to a visitor, in the order of the text.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="every">One of so many documents is looked at.</param>
    private void Walk<T>(ref T visitor, int every)
        where T : struct, INeighbourVisitor
    {
        int stride = Stride;
        ReadOnlySpan<ushort> ranks = _ranks;
        var places = new StackedPlaces();
        int doc = 1;
        int next = 0; // the position of the next token, but for a mark
        int beforeLast = 0;
        int last = 0;
        bool isPassed = false;
        for (int i = 0; i < _stream.ChunkCount; i++)
        {
            ReadOnlySpan<int> chunk = _stream.Chunk(i);
            for (int at = 0; at < chunk.Length; at++)
            {
                int value = chunk[at];
                if (isPassed)
                {
                    int length = chunk[at..].IndexOf(TokenStream.DocumentEnd);
                    if (length < 0)
                    {
                        break;
                    }

                    at += length;
                    isPassed = doc++ % every != 0;
                }
                else if (value >= 0 && !places.IsUsed)
                {
                    int start = at;
                    do
                    {
                        int rank = ranks[value];
                        visitor.Visit((last * stride) + rank, doc);
                        (beforeLast, last) = (last, rank);
                        at++;
                    }
                    while (at < chunk.Length && (value = chunk[at]) >= 0);
                    next += at - start;
                    at--;
                }
                else if (value >= 0)
                {
                    places.Add(ranks[value], next++);
                    foreach (ushort before in places.Before)
                    {
                        visitor.Visit((before * stride) + places.Added, doc);
                    }
                }
                else if (value == TokenStream.DocumentEnd)
                {
                    (next, last) = (0, 0);
                    places.Clear();
                    isPassed = doc++ % every != 0;
                }
                else
                {
                    int position = TokenStream.PositionOf(value);
                    if (position < next && !places.IsUsed)
                    {
                        places.Begin((ushort)beforeLast, (ushort)last, next - 1);
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

    /// <summary>Keeps the documents of some pairs.</summary>
    private readonly struct Placer(Cell[] cells, ulong[] chosen, PairChunks chunks) : INeighbourVisitor
    {
        public PairChunks Chunks => chunks;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int pair, int doc)
        {
            if ((chosen[pair >> 6] >> (pair & 63) & 1) != 0)
            {
                ref Cell cell = ref cells[pair];
                cell.Value = chunks.Add(pair, cell.Value, doc, cell.Doc == doc);
                cell.Doc = doc;
            }
        }
    }
}
