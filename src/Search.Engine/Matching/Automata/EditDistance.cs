using System.Buffers;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// The edits between a word and terms, where an edit takes away, adds or changes one code point or swaps two neighbours
/// (the restricted distance, as Lucene's LevenshteinAutomata with transpositions). For words of up to 63 code points
/// all places within the word that so many edits lead to are the bits of one number, and a code point read moves them
/// together (Wu and Manber, "Fast text searching allowing errors", 1992, held at the term's first letter and with swaps
/// added). Safe for use by several threads.
/// </summary>
internal sealed class EditDistance
{
    private const int MostBits = 63;
    private const int AsciiCount = 128;

    private readonly int[] _word;
    private readonly int _maxEdits;
    private readonly byte[] _columns = new byte[AsciiCount];
    private readonly int[] _labels;
    private readonly ulong[] _masks;

    /// <summary>Makes a measure.</summary>
    /// <param name="word">The code points of the word.</param>
    /// <param name="maxEdits">Most edits, 0 to 2.</param>
    public EditDistance(int[] word, int maxEdits)
    {
        _word = word;
        _maxEdits = maxEdits;
        _labels = word.Length <= MostBits ? [.. word.Distinct()] : [];

        // Bit i of a mask: the i-th code point of the word is the mask's own. The first mask is of all others.
        _masks = new ulong[_labels.Length + 1];
        for (int label = 0; label < _labels.Length; label++)
        {
            if (_labels[label] < AsciiCount)
            {
                _columns[_labels[label]] = (byte)(label + 1);
            }

            for (int i = 0; i < word.Length; i++)
            {
                _masks[label + 1] |= word[i] == _labels[label] ? 1UL << i : 0;
            }
        }
    }

    /// <summary>The edits between the word and a term; more than the most where there are more.</summary>
    public int Of(ReadOnlySpan<byte> term) => _word.Length <= MostBits ? OfBits(term) : OfRows(term);

    private int OfBits(ReadOnlySpan<byte> term)
    {
        // Bit i of places n: the term so far is n edits from the first i code points of the word. Swaps: the code point
        // behind the next was read, and the next may follow.
        ulong places0 = 1;
        ulong places1 = _maxEdits > 0 ? 3UL : 0;
        ulong places2 = _maxEdits > 1 ? 7UL : 0;
        ulong swaps1 = 0;
        ulong swaps2 = 0;
        while (!term.IsEmpty)
        {
            ulong mask = Mask(CodePoints.Decode(term, out int length));
            term = term[length..];
            (ulong before0, ulong before1) = (places0, places1);
            places0 = (places0 & mask) << 1;
            if (_maxEdits > 0)
            {
                places1 = ((places1 & mask) << 1) | before0 | (before0 << 1) | (places0 << 1) | ((swaps1 & mask) << 2);
                swaps1 = before0 & (mask >> 1);
            }

            if (_maxEdits > 1)
            {
                places2 = ((places2 & mask) << 1) | before1 | (before1 << 1) | (places1 << 1) | ((swaps2 & mask) << 2);
                swaps2 = before1 & (mask >> 1);
            }

            if ((places0 | places1 | places2) == 0)
            {
                break;
            }
        }

        ulong end = 1UL << _word.Length;
        return (places0 & end) != 0 ? 0
            : (places1 & end) != 0 ? 1
            : (places2 & end) != 0 ? 2
            : _maxEdits + 1;
    }

    private ulong Mask(int codePoint) => codePoint < AsciiCount
        ? _masks[_columns[codePoint]]
        : _masks[Array.IndexOf(_labels, codePoint) + 1];

    /// <summary>The distance by the matrix, row by row.</summary>
    private int OfRows(ReadOnlySpan<byte> term)
    {
        int width = _word.Length + 1;
        int[] rented = ArrayPool<int>.Shared.Rent(3 * width);
        Span<int> twoBefore = rented.AsSpan(0, width);
        Span<int> before = rented.AsSpan(width, width);
        Span<int> row = rented.AsSpan(2 * width, width);
        for (int i = 0; i < width; i++)
        {
            row[i] = i;
        }

        int last = -1;
        for (int read = 1; !term.IsEmpty; read++)
        {
            int codePoint = CodePoints.Decode(term, out int length);
            term = term[length..];
            Span<int> oldest = twoBefore;
            twoBefore = before;
            before = row;
            row = oldest;
            row[0] = read;
            for (int i = 1; i < width; i++)
            {
                int edits = before[i - 1] + (_word[i - 1] == codePoint ? 0 : 1);
                edits = Math.Min(edits, Math.Min(before[i], row[i - 1]) + 1);
                bool isSwap = i > 1 && read > 1 && _word[i - 2] == codePoint && _word[i - 1] == last;
                row[i] = isSwap ? Math.Min(edits, twoBefore[i - 2] + 1) : edits;
            }

            last = codePoint;
        }

        int found = Math.Min(row[^1], _maxEdits + 1);
        ArrayPool<int>.Shared.Return(rented);
        return found;
    }
}
