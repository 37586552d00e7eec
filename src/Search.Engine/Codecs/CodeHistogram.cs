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
    /// <param name="cells"><see cref="ByteCells"/> cells, which <see cref="Fold"/> sums up.</param>
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

    /// <summary>Sums the tables of <see cref="Add"/> up in the first of them.</summary>
    public static void Fold(Span<int> cells)
    {
        for (int code = 0; code < ByteCodes; code++)
        {
            for (int table = 1; table < Tables; table++)
            {
                cells[code] += cells[(table * ByteCodes) + code];
            }
        }
    }

    /// <summary>Counts codes of two bytes; false where one has no cell.</summary>
    /// <param name="codes">A code a document.</param>
    /// <param name="docs">The documents that count.</param>
    /// <param name="cells">A cell a code.</param>
    public static bool TryAdd(ReadOnlySpan<ushort> codes, ReadOnlySpan<int> docs, Span<int> cells)
    {
        foreach (int doc in docs)
        {
            int code = codes[doc];
            if (code >= cells.Length)
            {
                return false;
            }

            cells[code]++;
        }

        return true;
    }
}
