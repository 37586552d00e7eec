using System.Buffers.Binary;
using System.Numerics;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Memory;

/// <summary>
/// The term dictionary and postings of one inverted field of one document: the tokens of a buffer, sorted by term when
/// first asked for in their order. Distinct terms are numbered from 0 in the order of their bytes. A single term is
/// found by the hashes of the tokens, without sorting them. Owned by one thread.
/// </summary>
internal sealed class MemoryTerms(TokenBuffer tokens, bool isStemmed)
{
    private ulong[] _keys = [];
    private int[] _order = [];
    private int[] _starts = [];
    private bool _isSorted;
    private int[] _hashes = [];
    private bool _isHashed;
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
    public void Reset() => (_isSorted, _isHashed) = (false, false);

    /// <summary>A distinct term, UTF-8.</summary>
    public ReadOnlySpan<byte> Term(int term) => Bytes(_order[_starts[term]]);

    /// <summary>How often a distinct term occurs; several at one position count once.</summary>
    public int Frequency(int term) => _starts[term + 1] - _starts[term];

    /// <summary>Looks a term up; false where the document lacks it.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        Hash();
        int first = Next(0, Hash(term), term);
        entry = first < 0 ? default : new TermEntry(1, Occurrences(first, term, []), ~first, 0);
        return first >= 0;
    }

    /// <summary>
    /// The dictionary's entry of a distinct term; the postings' offset is its number. Where a term was found by itself,
    /// it is the complement of its first token instead.
    /// </summary>
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

    /// <summary>Counts the positions of a term and lists them where there is room.</summary>
    /// <param name="first">Its first token.</param>
    /// <param name="term">The term.</param>
    /// <param name="positions">Room for all, or none.</param>
    private int Occurrences(int first, ReadOnlySpan<byte> term, Span<int> positions)
    {
        int hash = _hashes[first];
        int count = 0;
        int before = -1;
        for (int token = first; token >= 0; token = Next(token + 1, hash, term))
        {
            int position = tokens[token].Position;
            if (position == before)
            {
                continue; // several at one position count once
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

    /// <summary>The first token of a term at or behind another; -1 where there is none.</summary>
    private int Next(int from, int hash, ReadOnlySpan<byte> term)
    {
        for (int token = from; token < tokens.Count; token++)
        {
            int found = _hashes.AsSpan(token, tokens.Count - token).IndexOf(hash);
            if (found < 0)
            {
                break;
            }

            token += found;
            if (Bytes(token).SequenceEqual(term))
            {
                return token;
            }
        }

        return -1;
    }

    private void Hash()
    {
        if (_isHashed)
        {
            return;
        }

        int count = tokens.Count;
        if (_hashes.Length < count)
        {
            _hashes = new int[Math.Max(64, count * 2)];
        }

        for (int i = 0; i < count; i++)
        {
            _hashes[i] = Hash(Bytes(i));
        }

        _isHashed = true;
    }

    /// <summary>Of the length, the first eight bytes and the last eight: enough to tell most words apart.</summary>
    private static int Hash(ReadOnlySpan<byte> term)
    {
        ulong first = Key(term);
        ulong last = term.Length > 8 ? Key(term[^8..]) : 0;
        ulong mixed = unchecked((first ^ BitOperations.RotateLeft(last, 29) ^ (uint)term.Length) * 0x9E3779B97F4A7C15);
        return unchecked((int)(mixed >> 32));
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
