namespace Search.Engine.Scoring;

/// <summary>Reads the one-byte code of lengths (Lucene's SmallFloat.byte4ToInt).</summary>
internal static class LengthOfNorm
{
    /// <summary>Lengths below this are coded as they are.</summary>
    private const int FreeValues = 24;

    /// <summary>The least length of a norm.</summary>
    public static int Decode(byte norm)
    {
        if (norm < FreeValues)
        {
            return norm;
        }

        int code = norm - FreeValues;
        int mantissa = code & 0x07;
        int shift = (code >> 3) - 1;
        long length = shift < 0 ? mantissa : (mantissa | 0x08L) << shift;
        return (int)(FreeValues + length);
    }
}
