namespace Search.Text.Tables;

/// <summary>
/// A byte for every code point, looked up in two steps: an index of blocks of 128 code points, and the blocks that
/// differ. Built once from a table of runs.
/// </summary>
internal sealed class CodePointTrie
{
    private const int BlockBits = 7;
    private const int BlockLength = 1 << BlockBits;
    private readonly ushort[] _blocks = new ushort[0x110000 >> BlockBits];
    private readonly byte[] _values;

    /// <param name="runs">First code point &lt;&lt; 8 with the value below it, ascending from code point 0.</param>
    public CodePointTrie(ReadOnlySpan<uint> runs)
    {
        List<byte> values = [];
        Dictionary<byte, ushort> uniform = [];
        Span<byte> block = stackalloc byte[BlockLength];
        int run = 0;
        for (int i = 0; i < _blocks.Length; i++)
        {
            bool same = true;
            for (int j = 0; j < BlockLength; j++)
            {
                uint codePoint = (uint)((i << BlockBits) + j);
                while (run + 1 < runs.Length && runs[run + 1] >> 8 <= codePoint)
                {
                    run++;
                }

                block[j] = (byte)(runs[run] & 0xFF);
                same &= block[j] == block[0];
            }

            if (same && uniform.TryGetValue(block[0], out ushort shared))
            {
                _blocks[i] = shared;
                continue;
            }

            _blocks[i] = (ushort)(values.Count >> BlockBits);
            if (same)
            {
                uniform.Add(block[0], _blocks[i]);
            }

            values.AddRange(block);
        }

        _values = [.. values];
    }

    /// <summary>The value of a code point below 0x110000; surrogates have one too.</summary>
    public byte this[int codePoint] =>
        _values[(_blocks[codePoint >> BlockBits] << BlockBits) + (codePoint & (BlockLength - 1))];
}
