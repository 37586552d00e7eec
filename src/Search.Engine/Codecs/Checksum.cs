using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Codecs;

/// <summary>
/// CRC-32C (Castagnoli), as in iSCSI (RFC 3720, appendix B.4), with the machine's instruction where it has one.
/// </summary>
internal static class Checksum
{
    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte value in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
