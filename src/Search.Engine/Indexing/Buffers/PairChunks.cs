using System.Runtime.InteropServices;

namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// The documents of many pairs, collected side by side: each pair fills chunks of a common array, one after the other.
/// </summary>
/// <param name="room">The array, of any length; see <see cref="Room"/>.</param>
internal sealed class PairChunks(ulong[] room)
{
    /// <summary>Documents of a full chunk.</summary>
    public const int Length = 128;

    private readonly List<int> _owners = [];

    /// <summary>The array, or a longer one that took its place.</summary>
    public ulong[] Room { get; private set; } = room;

    /// <summary>Adds an occurrence of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="end">What this gave for the pair the last time; 0 the first time.</param>
    /// <param name="doc">The document, from 1; not before that of the last time.</param>
    /// <param name="isAgain">Whether it is the same document as the last time.</param>
    /// <returns>The place behind the pair's last document.</returns>
    public int Add(int pair, int end, int doc, bool isAgain)
    {
        if (isAgain)
        {
            Room[end - 1]++;
            return end;
        }

        if (end % Length == 0)
        {
            end = AddChunk(pair);
        }

        Room[end] = ((ulong)(uint)(doc - 1) << 32) | 1;
        return end + 1;
    }

    /// <summary>The chunks, each with its pair: by pair, and those of a pair in their order.</summary>
    public List<(int Pair, int Chunk)> Sorted()
    {
        List<(int Pair, int Chunk)> chunks = [];
        foreach (int owner in CollectionsMarshal.AsSpan(_owners))
        {
            chunks.Add((owner, chunks.Count));
        }

        chunks.Sort();
        return chunks;
    }

    /// <summary>What a chunk holds: a document, from 0, above; how often it holds the pair below.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="end">The place behind the last document of its pair.</param>
    public ReadOnlySpan<ulong> Postings(int chunk, int end)
    {
        int start = chunk * Length;
        return Room.AsSpan(start, end > start && end < start + Length ? end - start : Length);
    }

    private int AddChunk(int pair)
    {
        int start = _owners.Count * Length;
        _owners.Add(pair);
        if (start + Length > Room.Length)
        {
            ulong[] room = Room;
            Array.Resize(ref room, Math.Max(start + Length, Math.Max(1 << 16, room.Length * 2)));
            Room = room;
        }

        return start;
    }
}
