using System.Runtime.Intrinsics;

namespace Search.Text.Stemming;

/// <summary>
/// Remembers the stems of words lately met: a table of 8,192 entries of 64 bytes, each overwritten by the next word
/// that falls on it. Words and stems of up to 31 bytes are kept. One per thread and stemmer.
/// <para>A word or a stem is a vector of 32 bytes: the last is its length, those between are zero.</para>
/// </summary>
internal sealed class StemCache
{
    /// <summary>Longest word and longest stem in bytes.</summary>
    public const int MaxLength = 31;

    private const int Entries = 8192;
    private readonly Vector256<byte>[] _entries = new Vector256<byte>[2 * Entries];

    /// <summary>The stem of a word; false where it is not known.</summary>
    /// <param name="word">The word.</param>
    /// <param name="slot">Where <see cref="Add"/> may put the stem.</param>
    /// <param name="stem">The stem.</param>
    public bool TryGet(Vector256<byte> word, out int slot, out Vector256<byte> stem)
    {
        Vector256<ulong> parts = word.AsUInt64();
        ulong hash = unchecked(
            (parts.GetElement(0) * 0x9E3779B97F4A7C15UL) ^ (parts.GetElement(1) * 0xC2B2AE3D27D4EB4FUL)
            ^ ((parts.GetElement(2) ^ parts.GetElement(3)) * 0x165667B19E3779F9UL));
        hash ^= hash >> 32;
        slot = (int)((hash ^ (hash >> 15)) & (Entries - 1)) * 2;
        stem = _entries[slot + 1];
        return _entries[slot] == word;
    }

    /// <summary>Remembers a stem.</summary>
    public void Add(int slot, Vector256<byte> word, Vector256<byte> stem)
    {
        _entries[slot] = word;
        _entries[slot + 1] = stem;
    }

    /// <summary>A word or a stem of at most <see cref="MaxLength"/> bytes as a vector.</summary>
    public static Vector256<byte> Pack(ReadOnlySpan<byte> bytes)
    {
        Span<byte> buffer = stackalloc byte[Vector256<byte>.Count];
        buffer.Clear();
        bytes.CopyTo(buffer);
        buffer[MaxLength] = (byte)bytes.Length;
        return Vector256.Create(buffer);
    }
}
