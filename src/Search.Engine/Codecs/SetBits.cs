using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>Turns bits into a list of their places.</summary>
internal static class SetBits
{
    /// <summary>Places behind those of the bits that may be written, and that mean nothing.</summary>
    public const int Slack = 16;

    private const int Step = 8;

    /// <summary>Lists the bits that are set, with the chosen kernel.</summary>
    /// <param name="words">Bits.</param>
    /// <param name="first">Place of the first bit.</param>
    /// <param name="places">Receives the places, ascending; has room for all bits, set or not, and the slack.</param>
    /// <returns>How many are set.</returns>
    public static int List(ReadOnlySpan<ulong> words, int first, Span<int> places) =>
        List(Kernels.Chosen, words, first, places);

    /// <summary>Lists the bits that are set, with a kernel that the machine has.</summary>
    public static int List(Kernel kernel, ReadOnlySpan<ulong> words, int first, Span<int> places)
    {
        ref int to = ref MemoryMarshal.GetReference(places[..((words.Length * 64) + Slack)]);
        return kernel == Kernel.Vector512 && Avx512Vbmi2.IsSupported
            ? List512(words, first, ref to)
            : ListScalar(words, first, ref to);
    }

    /// <summary>
    /// Eight places are written at a time, whether there are as many or not, so that hardly a branch hangs on the bits
    /// (as simdjson flattens bits: Langdale and Lemire, Parsing gigabytes of JSON per second, 2019).
    /// </summary>
    private static int ListScalar(ReadOnlySpan<ulong> words, int first, ref int to)
    {
        int count = 0;
        foreach (ulong word in words)
        {
            ulong rest = word;
            int end = count + BitOperations.PopCount(rest);
            for (; count < end; count += Step)
            {
                for (int i = 0; i < Step; i++)
                {
                    Unsafe.Add(ref to, count + i) = first + BitOperations.TrailingZeroCount(rest); // 64 behind the last
                    rest &= unchecked(rest - 1);
                }
            }

            count = end;
            first += 64;
        }

        return count;
    }

    /// <summary>The numbers of the bits of a word are drawn together by one compress of bytes.</summary>
    private static int List512(ReadOnlySpan<ulong> words, int first, ref int to)
    {
        Vector512<byte> numbers = Vector512.CreateSequence<byte>(0, 1);
        Vector512<byte> bits = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        Vector512<byte> bytes = Vector512.ShiftRightLogical(numbers.AsUInt64(), 3).AsByte() & Vector512.Create((byte)7);
        int count = 0;
        foreach (ulong word in words)
        {
            // Byte i of the mask is byte i / 8 of the word, of which bit i % 8 is asked.
            Vector512<byte> mask = Vector512.Equals(
                Avx512BW.Shuffle(Vector512.Create(word).AsByte(), bytes) & bits, bits);
            Vector512<byte> set = Avx512Vbmi2.Compress(Vector512<byte>.Zero, mask, numbers);
            int end = count + BitOperations.PopCount(word);
            Vector512<int> before = Vector512.Create(first);
            if (count < end)
            {
                Vector512<int> some = Avx512F.ConvertToVector512Int32(set.GetLower().GetLower()) + before;
                some.StoreUnsafe(ref to, (nuint)count);
                for (count += Slack; count < end; count += Slack)
                {
                    set = Avx512F.AlignRight32(set.AsInt32(), set.AsInt32(), 4).AsByte();
                    some = Avx512F.ConvertToVector512Int32(set.GetLower().GetLower()) + before;
                    some.StoreUnsafe(ref to, (nuint)count);
                }
            }

            count = end;
            first += 64;
        }

        return count;
    }
}
