using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Search.Engine.Codecs;

namespace Search.Engine.Matching.Windows;

/// <summary>Adds the numbers of a <see cref="BoundScale"/> to the bytes of a window.</summary>
internal static class PostingBounds
{
    /// <summary>Frequencies that have a number; the numbers of a term fill a vector of 128 bits.</summary>
    private const int Rows = ScoreShape.MaxFrequency;

    private const int Step = 4;

    /// <summary>Adds one number for every document.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="number">What is added.</param>
    /// <param name="window"><see cref="TermBounds.Size"/> sums; the low bits of a doc id are its place there.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(ReadOnlySpan<int> docs, byte number, Span<byte> window)
    {
        ref byte sums = ref MemoryMarshal.GetReference(window[..TermBounds.Size]);
        ref int at = ref MemoryMarshal.GetReference(docs);
        int left = docs.Length;
        for (; left >= Step; left -= Step, at = ref Unsafe.Add(ref at, Step))
        {
            Increase(ref sums, at, number);
            Increase(ref sums, Unsafe.Add(ref at, 1), number);
            Increase(ref sums, Unsafe.Add(ref at, 2), number);
            Increase(ref sums, Unsafe.Add(ref at, 3), number);
        }

        for (; left > 0; left--, at = ref Unsafe.Add(ref at, 1))
        {
            Increase(ref sums, at, number);
        }
    }

    /// <summary>Adds a number of its own for every document.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="numbers">As many numbers.</param>
    /// <param name="window">As above.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(ReadOnlySpan<int> docs, ReadOnlySpan<byte> numbers, Span<byte> window)
    {
        ref byte sums = ref MemoryMarshal.GetReference(window[..TermBounds.Size]);
        ref byte number = ref MemoryMarshal.GetReference(numbers[..docs.Length]);
        ref int at = ref MemoryMarshal.GetReference(docs);
        int left = docs.Length;
        for (; left >= Step; left -= Step)
        {
            Increase(ref sums, at, number);
            Increase(ref sums, Unsafe.Add(ref at, 1), Unsafe.Add(ref number, 1));
            Increase(ref sums, Unsafe.Add(ref at, 2), Unsafe.Add(ref number, 2));
            Increase(ref sums, Unsafe.Add(ref at, 3), Unsafe.Add(ref number, 3));
            at = ref Unsafe.Add(ref at, Step);
            number = ref Unsafe.Add(ref number, Step);
        }

        for (; left > 0; left--)
        {
            Increase(ref sums, at, number);
            at = ref Unsafe.Add(ref at, 1);
            number = ref Unsafe.Add(ref number, 1);
        }
    }

    /// <summary>
    /// Marks the documents whose frequency has no number, to be looked at anyway. An addition behind it leaves the mark
    /// as it is.
    /// </summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="lessOne">As many frequencies, less one.</param>
    /// <param name="window">As above.</param>
    public static void Mark(ReadOnlySpan<int> docs, ReadOnlySpan<byte> lessOne, Span<byte> window)
    {
        for (int i = 0; lessOne[i..].IndexOfAnyInRange((byte)Rows, byte.MaxValue) is int more and >= 0; i++)
        {
            i += more;
            window[(int)TermBounds.Place(docs[i])] |= BoundScale.Always;
        }
    }

    /// <summary>Looks the numbers of frequencies up, with the chosen kernel.</summary>
    /// <param name="lessOne">Frequencies less one, a multiple of 64 of them.</param>
    /// <param name="row">The number of frequency 1, 2 and so on.</param>
    /// <param name="numbers">Receives as many; the last of the row for frequencies beyond it.</param>
    /// <returns>Whether some frequency is beyond the row.</returns>
    public static bool Look(ReadOnlySpan<byte> lessOne, Vector128<byte> row, Span<byte> numbers) =>
        Look(Kernels.Chosen, lessOne, row, numbers);

    /// <summary>The same with a kernel that the machine has.</summary>
    public static bool Look(Kernel kernel, ReadOnlySpan<byte> lessOne, Vector128<byte> row, Span<byte> numbers)
    {
        numbers = numbers[..lessOne.Length];
        ref byte from = ref MemoryMarshal.GetReference(lessOne);
        ref byte to = ref MemoryMarshal.GetReference(numbers);
        if (kernel == Kernel.Vector512)
        {
            Vector512<byte> rows = Vector512.Create(row.AsUInt64().GetElement(0)).AsByte();
            rows = Avx512BW.UnpackLow(
                rows.AsUInt64(), Vector512.Create(row.AsUInt64().GetElement(1))).AsByte();
            Vector512<byte> last = Vector512.Create((byte)(Rows - 1));
            Vector512<byte> most = Vector512<byte>.Zero;
            for (int i = 0; i < lessOne.Length; i += Vector512<byte>.Count)
            {
                Vector512<byte> some = Vector512.LoadUnsafe(ref from, (nuint)i);
                most = Vector512.Max(most, some);
                Avx512BW.Shuffle(rows, Vector512.Min(some, last)).StoreUnsafe(ref to, (nuint)i);
            }

            return Vector512.GreaterThanAny(most, last);
        }

        bool isBeyond = false;
        if (kernel == Kernel.Scalar)
        {
            for (int i = 0; i < lessOne.Length; i++)
            {
                isBeyond |= lessOne[i] >= Rows;
                numbers[i] = row[Math.Min(lessOne[i], (byte)(Rows - 1))];
            }

            return isBeyond;
        }

        Vector128<byte> end = Vector128.Create((byte)(Rows - 1));
        for (int i = 0; i < lessOne.Length; i += Vector128<byte>.Count)
        {
            Vector128<byte> some = Vector128.LoadUnsafe(ref from, (nuint)i);
            isBeyond |= Vector128.GreaterThanAny(some, end);
            Vector128.Shuffle(row, Vector128.Min(some, end)).StoreUnsafe(ref to, (nuint)i);
        }

        return isBeyond;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Increase(ref byte sums, int doc, byte number)
    {
        ref byte sum = ref Unsafe.Add(ref sums, TermBounds.Place(doc));
        sum = unchecked((byte)(sum + number));
    }
}
