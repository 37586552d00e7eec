namespace Search.Text.Tables;

/// <summary>
/// Replaces a code point by none, one or several. Built once from a table of records: (first, count &lt;&lt; 4 |
/// stride,
/// target) maps one to one, source and target growing by the stride 1 or 2; (first, count &lt;&lt; 4 | 3) maps to
/// nothing; (source, length &lt;&lt; 4, code points) maps one to several. What is in no record maps to itself.
/// </summary>
internal sealed class CodePointMap
{
    private const int BlockBits = 6;
    private const int BlockLength = 1 << BlockBits;
    private const int Pooled = 1 << 30;
    private readonly ushort[] _blocks = new ushort[0x110000 >> BlockBits];
    private readonly List<int> _building = [.. new int[BlockLength]];
    private readonly int[] _targets;
    private readonly int[] _pool;

    public CodePointMap(ReadOnlySpan<uint> records)
    {
        List<int> pool = [];
        for (int i = 0; i < records.Length;)
        {
            int source = (int)records[i];
            int count = (int)(records[i + 1] >> 4);
            int kind = (int)(records[i + 1] & 15);
            i += 2;
            if (kind == 0)
            {
                Set(source, Pooled | (pool.Count << 5) | count);
                foreach (uint codePoint in records.Slice(i, count))
                {
                    pool.Add((int)codePoint);
                }

                i += count;
                continue;
            }

            for (int j = 0; j < count; j++)
            {
                Set(source + (kind == 3 ? j : j * kind), kind == 3 ? Pooled : (int)records[i] + (j * kind));
            }

            i += kind == 3 ? 0 : 1;
        }

        _targets = [.. _building];
        _building.Clear();
        _pool = [.. pool];
    }

    /// <summary>
    /// The replacement of a code point: true where it is one other, false where there is none or where it is read with
    /// <see cref="Several"/>. A code point that stays gives true and itself.
    /// </summary>
    public bool TryOne(int codePoint, out int target)
    {
        int entry = Entry(codePoint);
        target = entry == 0 ? codePoint : entry;
        return (entry & Pooled) == 0;
    }

    /// <summary>The replacement of a code point for which <see cref="TryOne"/> was false; may be empty.</summary>
    public ReadOnlySpan<int> Several(int codePoint)
    {
        int entry = Entry(codePoint);
        return _pool.AsSpan((entry & ~Pooled) >> 5, entry & 31);
    }

    /// <summary>Whether the code point is replaced.</summary>
    public bool Changes(int codePoint) => Entry(codePoint) != 0;

    private int Entry(int codePoint) =>
        _targets[(_blocks[codePoint >> BlockBits] << BlockBits) + (codePoint & (BlockLength - 1))];

    private void Set(int source, int entry)
    {
        ref ushort block = ref _blocks[source >> BlockBits];
        if (block == 0)
        {
            block = (ushort)(_building.Count >> BlockBits);
            _building.AddRange(new int[BlockLength]);
        }

        _building[(block << BlockBits) + (source & (BlockLength - 1))] = entry;
    }
}
