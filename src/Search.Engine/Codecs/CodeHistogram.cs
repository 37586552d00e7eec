using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Codecs;

/// <summary>
/// Counts how often each code occurs among those of some documents. Plain loops: the processor overlaps the few loads
/// of a document with those of the next. Bytes are counted in four tables in turn, since neighbours often have the
/// same code, and adding to a cell that was written just before waits for it.
/// </summary>
internal static class CodeHistogram
{
    /// <summary>Codes that a byte can be.</summary>
    public const int ByteCodes = 256;

    /// <summary>Cells that counting bytes takes.</summary>
    public const int ByteCells = Tables * ByteCodes;

    private const int Tables = 4;

    /// <summary>Counts codes of one byte.</summary>
    /// <param name="codes">A code a document.</param>
    /// <param name="docs">The documents that count.</param>
    /// <param name="cells"><see cref="ByteCells"/> cells, which <see cref="Fold"/> adds up.</param>
    public static void Add(ReadOnlySpan<byte> codes, ReadOnlySpan<int> docs, Span<int> cells)
    {
        ref int first = ref MemoryMarshal.GetReference(cells[..ByteCells]); // a byte is below its table's length
        int i = 0;
        for (; i + Tables <= docs.Length; i += Tables)
        {
            int one = codes[docs[i]];
            int two = codes[docs[i + 1]];
            int three = codes[docs[i + 2]];
            int four = codes[docs[i + 3]];
            Unsafe.Add(ref first, one)++;
            Unsafe.Add(ref first, ByteCodes + two)++;
            Unsafe.Add(ref first, (2 * ByteCodes) + three)++;
            Unsafe.Add(ref first, (3 * ByteCodes) + four)++;
        }

        for (; i < docs.Length; i++)
        {
            Unsafe.Add(ref first, (int)codes[docs[i]])++;
        }
    }

    /// <summary>Adds the four tables up.</summary>
    /// <param name="cells">The tables.</param>
    /// <param name="counts">Receives what each code adds up to, for as many codes as it holds.</param>
    public static void Fold(ReadOnlySpan<int> cells, Span<int> counts)
    {
        for (int code = 0; code < counts.Length; code++)
        {
            for (int table = 0; table < Tables; table++)
            {
                counts[code] += cells[(table * ByteCodes) + code];
            }
        }
    }

    /// <summary>Counts codes of two bytes.</summary>
    /// <param name="codes">A code a document.</param>
    /// <param name="docs">The documents that count.</param>
    /// <param name="cells">A cell a code.</param>
    public static void Add(ReadOnlySpan<ushort> codes, ReadOnlySpan<int> docs, Span<int> cells)
    {
        foreach (int doc in docs)
        {
            cells[codes[doc]]++;
        }
    }

    /// <summary>
    /// Counts pairs of codes of one byte. Pairs are many, so that neighbours seldom have the same, and one table does.
    /// </summary>
    /// <param name="left">A code a document.</param>
    /// <param name="right">As many other codes.</param>
    /// <param name="shift">Bits of the right codes.</param>
    /// <param name="docs">The documents that count.</param>
    /// <param name="cells">A cell a pair, at the left code shifted and the right one.</param>
    public static void Add(
        ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int shift, ReadOnlySpan<int> docs, Span<int> cells)
    {
        right = right[..left.Length];
        int i = 0;
        for (; i + 4 <= docs.Length; i += 4)
        {
            (int one, int two, int three, int four) = (docs[i], docs[i + 1], docs[i + 2], docs[i + 3]);
            one = (left[one] << shift) | right[one];
            two = (left[two] << shift) | right[two];
            three = (left[three] << shift) | right[three];
            four = (left[four] << shift) | right[four];
            cells[one]++;
            cells[two]++;
            cells[three]++;
            cells[four]++;
        }

        for (; i < docs.Length; i++)
        {
            cells[(left[docs[i]] << shift) | right[docs[i]]]++;
        }
    }
}
