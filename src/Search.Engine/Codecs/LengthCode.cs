using System.Numerics;

namespace Search.Engine.Codecs;

/// <summary>
/// Field lengths in one byte, as Lucene writes its norms (<c>SmallFloat.intToByte4</c> and <c>byte4ToInt</c>, Lucene 7
/// and later): exact up to 39, then four significant bits. The code ascends with the length, compared as unsigned.
/// </summary>
internal static class LengthCode
{
    /// <summary>Lengths below this are their own code; the room that 31-bit lengths leave in a byte.</summary>
    private const int FreeValues = 24;

    /// <summary>The code of a length.</summary>
    /// <param name="length">Not negative.</param>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (byte)(length < FreeValues ? length : FreeValues + EncodeFourBits(length - FreeValues));
    }

    /// <summary>The smallest length that has this code.</summary>
    public static int Decode(byte code) =>
        code < FreeValues ? code : (int)(FreeValues + DecodeFourBits(code - FreeValues));

    private static int EncodeFourBits(int value)
    {
        int bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
        {
            return value;
        }

        int shift = bits - 4;
        return ((value >> shift) & 7) | ((shift + 1) << 3);
    }

    private static long DecodeFourBits(int code)
    {
        int shift = (code >> 3) - 1;
        return shift < 0 ? code & 7 : (long)((code & 7) | 8) << shift;
    }
}
