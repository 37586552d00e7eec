using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs;

/// <summary>
/// Unpacks four values a step: a byte shuffle brings the four bytes that hold each value into its lane, a
/// multiplication by a power of two brings it to the lane's top, and one shift brings all of them down. (Lemire and
/// Boytsov, Decoding billions of integers per second through vectorization, 2015.)
/// </summary>
internal static class Vector128Unpacking
{
    private const int Lanes = 4;
    private static readonly byte[] Shuffles = MakeShuffles();
    private static readonly uint[] Factors = MakeFactors();

    /// <summary>Unpacks whole steps as far as the source allows full loads; returns the values done.</summary>
    public static int Unpack(ReadOnlySpan<byte> source, int width, Span<int> values)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref int to = ref MemoryMarshal.GetReference(values);
        int done = 0;

        // A step of four values begins at a byte, or in the middle of one where the width is odd: two sets of tables.
        for (; done + Lanes <= values.Length; done += Lanes)
        {
            int at = (done * width) >> 3;
            if (at + Vector128<byte>.Count > source.Length)
            {
                break;
            }

            int table = ((width * 2) + ((done * width) >> 2 & 1)) * Vector128<byte>.Count;
            Vector128<byte> shuffle = Vector128.Create(Shuffles, table);
            Vector128<uint> factors = Vector128.Create(Factors, table / sizeof(uint));
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
            Vector128<uint> lanes = Vector128.ShuffleNative(bytes, shuffle).AsUInt32() * factors;
            (lanes >> (32 - width)).AsInt32().StoreUnsafe(ref to, (nuint)done);
        }

        return done;
    }

    private static byte[] MakeShuffles()
    {
        var shuffles = new byte[26 * 2 * 16];
        for (int i = 0; i < shuffles.Length; i++)
        {
            (int width, int start) = (i / 32, (i / 16 % 2) * 4);
            shuffles[i] = (byte)(((start + (i % 16 / 4 * width)) >> 3) + (i % 4));
        }

        return shuffles;
    }

    private static uint[] MakeFactors()
    {
        var factors = new uint[26 * 2 * 4];
        for (int i = 0; i < factors.Length; i++)
        {
            (int width, int start) = (i / 8, (i / 4 % 2) * 4);
            int shift = (start + (i % 4 * width)) & 7;
            factors[i] = width == 0 ? 0 : 1u << (32 - width - shift);
        }

        return factors;
    }
}
