using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Search.Passages.Suggestions;

/// <summary>
/// Words and phrases of a generation in the order of their keys, each with how it is shown and how often it occurs: one
/// array of bytes, searched where it lies. Immutable, and safe for use by several threads.
/// <para>Bytes: a digest of the rest (8), the count (4), and for each entry its weight (4), the end of its key (4) and
/// of its text (4); then all keys and all texts, UTF-8.</para>
/// </summary>
internal sealed class SuggestionTable
{
    /// <summary>Raised whenever a table would be made otherwise: what lies beside an index is then made anew.</summary>
    public const int Version = 2;

    private const int DigestLength = 8;
    private const int HeadLength = DigestLength + sizeof(int);
    private readonly byte[] _bytes;
    private readonly int _count;

    private SuggestionTable(byte[] bytes, int count)
    {
        _bytes = bytes;
        _count = count;
    }

    private ReadOnlySpan<int> Weights => Ints(0);

    private ReadOnlySpan<int> KeyEnds => Ints(1);

    private ReadOnlySpan<int> TextEnds => Ints(2);

    /// <summary>The bytes of a table.</summary>
    /// <param name="entries">Keys are unique.</param>
    public static byte[] Write(IReadOnlyList<Suggestion> entries)
    {
        (byte[] Key, byte[] Text, int Weight)[] sorted =
        [
            .. entries.Select(entry =>
                (Encoding.UTF8.GetBytes(entry.Key), Encoding.UTF8.GetBytes(entry.Text), entry.Weight)),
        ];
        Array.Sort(sorted, static (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0L);
        writer.Write(sorted.Length);
        foreach ((_, _, int weight) in sorted)
        {
            writer.Write(weight);
        }

        WriteEnds(writer, sorted.Select(entry => entry.Key.Length));
        WriteEnds(writer, sorted.Select(entry => entry.Text.Length));
        foreach ((byte[] key, _, _) in sorted)
        {
            writer.Write(key);
        }

        foreach ((_, byte[] text, _) in sorted)
        {
            writer.Write(text);
        }

        writer.Flush();
        byte[] bytes = stream.ToArray();
        Digest(bytes).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is anything else.</summary>
    public static SuggestionTable? Read(byte[] bytes)
    {
        if (bytes.Length < HeadLength || !Digest(bytes).AsSpan().SequenceEqual(bytes.AsSpan(0, DigestLength)))
        {
            return null;
        }

        return new SuggestionTable(bytes, MemoryMarshal.Read<int>(bytes.AsSpan(DigestLength)));
    }

    /// <summary>The entries whose keys begin with a text and go on behind it, those of the most weight first.</summary>
    /// <param name="start">The text, UTF-8.</param>
    /// <param name="limit">Most entries.</param>
    public IReadOnlyList<Suggestion> Find(ReadOnlySpan<byte> start, int limit)
    {
        // The best are kept in order: there are few of them.
        List<int> best = [];
        ReadOnlySpan<int> weights = Weights;
        int first = First(start);
        int end = First([.. start, byte.MaxValue]); // no UTF-8 holds that byte
        first += first < end && Key(first).Length == start.Length ? 1 : 0;
        for (int i = first; i < end; i++)
        {
            if (best.Count == limit && weights[i] <= weights[best[^1]])
            {
                continue;
            }

            int at = best.Count;
            while (at > 0 && weights[best[at - 1]] < weights[i])
            {
                at--;
            }

            best.Insert(at, i);
            if (best.Count > limit)
            {
                best.RemoveAt(limit);
            }
        }

        return [.. best.Select(Entry)];
    }

    private static void WriteEnds(BinaryWriter writer, IEnumerable<int> lengths)
    {
        int end = 0;
        foreach (int length in lengths)
        {
            writer.Write(end += length);
        }
    }

    private static byte[] Digest(byte[] bytes) =>
        SHA256.HashData(bytes.AsSpan(DigestLength))[..DigestLength];

    private ReadOnlySpan<int> Ints(int column) => MemoryMarshal.Cast<byte, int>(
        _bytes.AsSpan(HeadLength + (column * _count * sizeof(int)), _count * sizeof(int)));

    private Suggestion Entry(int index)
    {
        ReadOnlySpan<int> ends = TextEnds;
        int texts = HeadLength + (3 * _count * sizeof(int)) + (_count == 0 ? 0 : KeyEnds[^1]);
        int start = index == 0 ? 0 : ends[index - 1];
        string text = Encoding.UTF8.GetString(_bytes.AsSpan(texts + start, ends[index] - start));
        return new Suggestion(Encoding.UTF8.GetString(Key(index)), text, Weights[index]);
    }

    private ReadOnlySpan<byte> Key(int index)
    {
        ReadOnlySpan<int> ends = KeyEnds;
        int start = index == 0 ? 0 : ends[index - 1];
        int keys = HeadLength + (3 * _count * sizeof(int));
        return _bytes.AsSpan(keys + start, ends[index] - start);
    }

    /// <summary>Index of the first key at or behind a text.</summary>
    private int First(ReadOnlySpan<byte> start)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Key(middle).SequenceCompareTo(start) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
