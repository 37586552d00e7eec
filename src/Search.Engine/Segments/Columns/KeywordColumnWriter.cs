using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Columns;

/// <summary>
/// Collects the ordinals of a keyword field document by document and writes them packed. Where no document has two
/// values, each takes one number, 0 for none; else an array says where the ordinals of each document end.
/// </summary>
internal sealed class KeywordColumnWriter
{
    /// <summary>Marks a column in which some document has several values.</summary>
    public const uint ManyValues = 1;

    private const int Run = 4096;

    private readonly List<int> _ordinals = [];
    private readonly List<int> _ends = [];
    private bool _hasMany;

    /// <summary>Appends a document.</summary>
    /// <param name="ordinals">Ascending, none twice.</param>
    public void Add(ReadOnlySpan<int> ordinals)
    {
        foreach (int ordinal in ordinals)
        {
            _ordinals.Add(ordinal);
        }

        _hasMany |= ordinals.Length > 1;
        _ends.Add(_ordinals.Count);
    }

    /// <summary>Writes the section.</summary>
    /// <param name="output">The segment file.</param>
    /// <param name="field">Number of the field.</param>
    /// <param name="valueCount">Number of distinct values.</param>
    public void Finish(SegmentFileWriter output, int field, int valueCount)
    {
        int ordinalWidth = BitPacking.Width((uint)valueCount);
        int endWidth = _hasMany ? BitPacking.Width((uint)_ordinals.Count) : 0;
        var head = new ByteBuffer();
        head.WriteUInt32(_hasMany ? ManyValues : 0);
        head.WriteUInt32((uint)ordinalWidth);
        head.WriteUInt32((uint)endWidth);
        head.WriteUInt32((uint)_ordinals.Count);
        output.BeginSection(SectionKind.KeywordColumn, field);
        output.Write(head.Span);
        if (_hasMany)
        {
            WritePacked(output, _ends.Count, endWidth, i => _ends[i]);
            output.Align(SegmentFormat.SectionAlignment);
            WritePacked(output, _ordinals.Count, ordinalWidth, i => _ordinals[i]);
        }
        else
        {
            WritePacked(
                output,
                _ends.Count,
                ordinalWidth,
                i => _ends[i] == (i == 0 ? 0 : _ends[i - 1]) ? 0 : _ordinals[_ends[i] - 1] + 1);
        }

        output.EndSection();
    }

    private static void WritePacked(SegmentFileWriter output, int count, int width, Func<int, int> value)
    {
        int[] values = new int[Run]; // a run of a multiple of eight values ends at a byte
        byte[] packed = new byte[(Run * sizeof(int)) + sizeof(int)];
        for (int start = 0; start < count; start += Run)
        {
            int length = Math.Min(Run, count - start);
            for (int i = 0; i < length; i++)
            {
                values[i] = value(start + i);
            }

            BitPacking.Pack(values.AsSpan(0, length), width, packed);
            output.Write(packed.AsSpan(0, BitPacking.ByteCount(length, width)));
        }
    }
}
