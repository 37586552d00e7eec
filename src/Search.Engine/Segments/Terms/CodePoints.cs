using System.Buffers;
using System.Text;

namespace Search.Engine.Segments.Terms;

/// <summary>Reads the code points of terms.</summary>
internal static class CodePoints
{
    /// <summary>
    /// The first code point of some bytes. Terms are well-formed UTF-8; what is not counts as U+FFFD, so that a damaged
    /// term does no harm.
    /// </summary>
    /// <param name="bytes">Not empty.</param>
    /// <param name="length">How many bytes it takes, 1 to 4.</param>
    public static int Decode(ReadOnlySpan<byte> bytes, out int length)
    {
        if (bytes[0] < 0x80)
        {
            length = 1;
            return bytes[0];
        }

        OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out length);
        return status == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
    }

    /// <summary>How many code points some bytes hold.</summary>
    public static int Count(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        for (; !bytes.IsEmpty; count++)
        {
            _ = Decode(bytes, out int length);
            bytes = bytes[length..];
        }

        return count;
    }
}
