namespace Search.Engine.Codecs;

/// <summary>
/// Unsigned integers in seven bits a byte, low ones first, the top bit set on all but the last (LEB128). Small values
/// take one byte, 64-bit ones up to ten.
/// </summary>
internal static class VarInt
{
    /// <summary>Most bytes that a value takes.</summary>
    public const int MaxByteCount = 10;

    /// <summary>Writes a value and returns its bytes.</summary>
    /// <param name="output">Room for the value; <see cref="MaxByteCount"/> bytes always do.</param>
    /// <param name="value">Any value.</param>
    public static int Write(Span<byte> output, ulong value)
    {
        int count = 0;
        while (value >= 0x80)
        {
            output[count++] = (byte)((value & 0x7F) | 0x80);
            value >>= 7;
        }

        output[count++] = (byte)value;
        return count;
    }

    /// <summary>Reads a value at <paramref name="at"/> and moves behind it.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it, or it is longer than a value can be.</exception>
    public static ulong Read(ReadOnlySpan<byte> source, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (at >= source.Length)
            {
                break;
            }

            byte next = source[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number of variable length has no end.");
    }

    /// <summary>Reads a value that is not negative and fits 31 bits.</summary>
    /// <exception cref="InvalidDataException">It does not, or see above.</exception>
    public static int ReadInt(ReadOnlySpan<byte> source, ref int at)
    {
        ulong value = Read(source, ref at);
        return value <= int.MaxValue
            ? (int)value
            : throw new InvalidDataException($"{value} stands where a number of 31 bits is due.");
    }
}
