using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Text.Stemming;

/// <summary>
/// Remembers the stems of words lately met: a table of 8,192 entries of 64 bytes, each overwritten by the next word
/// that falls on it. Words and stems of up to 31 bytes are kept. One per thread and stemmer.
/// </summary>
internal sealed class StemCache
{
    /// <summary>Longest key and longest stem in bytes.</summary>
    public const int MaxLength = 31;

    /// <summary>Length of the buffer that a key is written to: zero behind the key's end.</summary>
    public const int KeyLength = 32;

    private const int EntryLength = 2 * KeyLength;
    private const int Entries = 8192;
    private readonly byte[] _entries = new byte[Entries * EntryLength];

    /// <summary>The stem of a word; false where it is not known.</summary>
    /// <param name="key">Buffer of <see cref="KeyLength"/> bytes; the last is the word's length, what lies between zero.</param>
    /// <param name="slot">Where <see cref="Add"/> may put the stem.</param>
    /// <param name="stem">The stem, valid until the next <see cref="Add"/>.</param>
    public bool TryGet(ReadOnlySpan<byte> key, out int slot, out ReadOnlySpan<byte> stem)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(key);
        ulong hash = unchecked(
            (words[0] * 0x9E3779B97F4A7C15UL) ^ (words[1] * 0xC2B2AE3D27D4EB4FUL)
            ^ ((words[2] ^ words[3]) * 0x165667B19E3779F9UL));
        hash ^= hash >> 32;
        slot = (int)((hash ^ (hash >> 15)) & (Entries - 1)) * EntryLength;
        ReadOnlySpan<byte> entry = _entries.AsSpan(slot, EntryLength);
        stem = entry.Slice(KeyLength, entry[EntryLength - 1]);
        return Vector256.Create(key) == Vector256.Create(entry[..KeyLength]);
    }

    /// <summary>Remembers a stem; nothing happens where it is too long.</summary>
    public void Add(int slot, ReadOnlySpan<byte> key, ReadOnlySpan<byte> stem)
    {
        if (stem.Length > MaxLength)
        {
            return;
        }

        Span<byte> entry = _entries.AsSpan(slot, EntryLength);
        key.CopyTo(entry);
        stem.CopyTo(entry[KeyLength..]);
        entry[EntryLength - 1] = (byte)stem.Length;
    }
}
