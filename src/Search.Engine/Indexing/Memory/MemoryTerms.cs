using System.Buffers.Binary;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Memory;

/// <summary>
/// The term dictionary and postings of one inverted field of one document: the tokens of a buffer, sorted by term when
/// first asked for in their order, or for many of them. Distinct terms are numbered from 0 in the order of their
/// bytes. Owned by one thread.
/// </summary>
internal sealed class MemoryTerms(TokenBuffer tokens, bool isStemmed)
{
    /// <summary>So many terms are looked for among the tokens themselves: that takes less than to sort them.</summary>
    private const int MostLooks = 8;

    private ulong[] _keys = [];
    private int[] _order = [];
    private int[] _starts = [];
    private bool _isSorted;
    private int _looks;
    private int _termCount;
    private int _occurrences;

    /// <summary>Number of distinct terms.</summary>
    public int TermCount
    {
        get
        {
            Sort();
            return _termCount;
        }
    }

    /// <summary>Sums as a segment with this one document has them.</summary>
    public FieldStatistics Statistics
    {
        get
        {
            Sort();
            return new FieldStatistics(_termCount == 0 ? 0 : 1, _occurrences, _termCount);
        }
    }

    /// <summary>Says that the buffer was filled anew.</summary>
    public void Reset() => (_isSorted, _looks) = (false, 0);

    /// <summary>A distinct term, UTF-8.</summary>
    public ReadOnlySpan<byte> Term(int term) => Bytes(_order[_starts[term]]);

    /// <summary>How often a distinct term occurs; several at one position count once.</summary>
    public int Frequency(int term) => _starts[term + 1] - _starts[term];

    /// <summary>Looks a term up; false where the document lacks it.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        if (!_isSorted && _looks < MostLooks)
        {
            _looks++;
            return TryFindToken(term, out entry);
        }

        int number = LowerBound(term);
        bool isFound = number < TermCount && Term(number).SequenceEqual(term);
        entry = isFound ? Entry(number) : default;
        return isFound;
    }

    /// <summary>The dictionary's entry of a distinct term; the postings' offset is its number.</summary>
    public TermEntry Entry(int term) => new(1, Frequency(term), term, 0);

    /// <summary>Fills <paramref name="positions"/> with the positions of a term, ascending.</summary>
    /// <param name="term">What <see cref="Entry"/> or <see cref="TryFind"/> gave.</param>
    /// <param name="positions">Room for as many values as the term occurs.</param>
    public void CopyPositions(in TermEntry term, Span<int> positions)
    {
        if (term.PostingsOffset < 0)
        {
            int first = (int)~term.PostingsOffset;
            _ = Occurrences(first, Bytes(first), positions);
            return;
        }

        ReadOnlySpan<int> occurrences = _order.AsSpan(_starts[term.PostingsOffset], positions.Length);
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = tokens[occurrences[i]].Position;
        }
    }

    /// <summary>
    /// The number of the first term at or behind <paramref name="target"/>; <see cref="TermCount"/> if none is.
    /// </summary>
    public int LowerBound(ReadOnlySpan<byte> target)
    {
        Sort();
        int low = 0;
        int high = _termCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Term(middle).SequenceCompareTo(target) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Looks through the tokens; the postings' offset is the complement of the first that is found.</summary>
    private bool TryFindToken(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (Bytes(i).SequenceEqual(term))
            {
                entry = new TermEntry(1, Occurrences(i, term, []), ~i, 0);
                return true;
            }
        }

        entry = default;
        return false;
    }

    /// <summary>Counts the positions of a term and lists them where there is room.</summary>
    /// <param name="first">Its first token.</param>
    /// <param name="term">The term.</param>
    /// <param name="positions">Room for all, or none.</param>
    private int Occurrences(int first, ReadOnlySpan<byte> term, Span<int> positions)
    {
        int count = 0;
        int before = -1;
        for (int i = first; i < tokens.Count; i++)
        {
            int position = tokens[i].Position;
            if (position == before || !Bytes(i).SequenceEqual(term))
            {
                continue;
            }

            if (!positions.IsEmpty)
            {
                positions[count] = position;
            }

            before = position;
            count++;
        }

        return count;
    }

    private ReadOnlySpan<byte> Bytes(int token) => isStemmed ? tokens.Stem(token) : tokens.Exact(token);

    private void Sort()
    {
        if (_isSorted)
        {
            return;
        }

        int count = tokens.Count;
        if (_order.Length < count)
        {
            _keys = new ulong[Math.Max(64, count * 2)];
            _order = new int[_keys.Length];
        }

        if (_starts.Length < count + 1)
        {
            _starts = new int[_keys.Length + 1];
        }

        for (int i = 0; i < count; i++)
        {
            _keys[i] = Key(Bytes(i));
            _order[i] = i;
        }

        _keys.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        SortEqualKeys(count);
        NumberTerms(count);
        _isSorted = true;
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    private static ulong Key(ReadOnlySpan<byte> term)
    {
        if (term.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        }

        ulong key = 0;
        foreach (byte value in term)
        {
            key = (key << 8) | value;
        }

        return term.IsEmpty ? 0 : key << (8 * (8 - term.Length));
    }

    /// <summary>Orders runs of one key by all bytes, then by token; runs are short, so by insertion.</summary>
    private void SortEqualKeys(int count)
    {
        for (int i = 1; i < count; i++)
        {
            int token = _order[i];
            int at = i;
            while (at > 0 && _keys[at - 1] == _keys[i] && IsBehind(_order[at - 1], token))
            {
                _order[at] = _order[at - 1];
                at--;
            }

            _order[at] = token;
        }
    }

    private bool IsBehind(int token, int other)
    {
        int order = Bytes(token).SequenceCompareTo(Bytes(other));
        return order == 0 ? token > other : order > 0;
    }

    private void NumberTerms(int count)
    {
        _termCount = 0;
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int token = _order[i];
            bool isSame = kept > 0 && Bytes(_order[kept - 1]).SequenceEqual(Bytes(token));
            if (!isSame)
            {
                _starts[_termCount++] = kept;
            }
            else if (tokens[_order[kept - 1]].Position == tokens[token].Position)
            {
                continue;
            }

            _order[kept++] = token;
        }

        _starts[_termCount] = kept;
        _occurrences = kept;
    }
}
