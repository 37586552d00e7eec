using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Columns;

/// <summary>
/// Collects the ordinals of a keyword field document by document and writes a code a document: 0 for none, else the
/// number and one of the set of values that it has. Where no document has two values, a set is a value; else the sets
/// are numbered as they first occur and kept behind the codes.
/// </summary>
internal sealed class KeywordColumnWriter
{
    /// <summary>Marks a column in which some document has several values.</summary>
    public const uint ManyValues = 1;

    private const int Run = 4096;

    private readonly List<int> _codes = []; // 0 for none, a value and one, or the complement of a set's number
    private readonly OrdinalSets _sets = new(); // those of several values

    /// <summary>Bits of a code: whole bytes where one or two are enough, so that counting reads plainly.</summary>
    /// <param name="setCount">Number of sets.</param>
    public static int CodeWidth(int setCount) => BitPacking.Width((uint)setCount) switch
    {
        0 => 0,
        <= 8 => 8,
        <= 16 => 16,
        int width => width,
    };

    /// <summary>What <see cref="Add"/> takes for a document with some values.</summary>
    /// <param name="ordinals">Ascending, none twice.</param>
    public int Code(ReadOnlySpan<int> ordinals) => ordinals.Length switch
    {
        0 => 0,
        1 => ordinals[0] + 1,
        _ => ~_sets.GetOrAdd(ordinals),
    };

    /// <summary>Appends a document.</summary>
    /// <param name="code">A number that <see cref="Code"/> gave.</param>
    public void Add(int code) => _codes.Add(code);

    /// <summary>Writes the section.</summary>
    /// <param name="output">The segment file.</param>
    /// <param name="field">Number of the field.</param>
    /// <param name="valueCount">Number of distinct values.</param>
    public void Finish(SegmentFileWriter output, int field, int valueCount)
    {
        Span<int> codes = CollectionsMarshal.AsSpan(_codes);
        bool hasMany = _sets.Count > 0;
        List<int> ends = [];
        List<int> ordinals = [];
        int setCount = hasMany ? NumberSets(codes, valueCount, ends, ordinals) : valueCount;
        var head = new ByteBuffer();
        head.WriteUInt32(hasMany ? ManyValues : 0);
        head.WriteUInt32((uint)CodeWidth(setCount));
        head.WriteUInt32((uint)setCount);
        head.WriteUInt32((uint)ordinals.Count);
        output.BeginSection(SectionKind.KeywordColumn, field);
        output.Write(head.Span);
        WritePacked(output, codes, CodeWidth(setCount));
        if (hasMany)
        {
            output.Align(SegmentFormat.SectionAlignment);
            WritePacked(output, CollectionsMarshal.AsSpan(ends), BitPacking.Width((uint)ordinals.Count));
            output.Align(SegmentFormat.SectionAlignment);
            WritePacked(output, CollectionsMarshal.AsSpan(ordinals), BitPacking.Width((uint)valueCount));
        }

        output.EndSection();
    }

    /// <summary>Numbers the sets as they first occur and turns the codes into those that are written.</summary>
    private int NumberSets(Span<int> codes, int valueCount, List<int> ends, List<int> ordinals)
    {
        int[] ofValue = new int[valueCount + 1];
        int[] ofSet = new int[_sets.Count];
        foreach (ref int code in codes)
        {
            if (code == 0)
            {
                continue;
            }

            ref int written = ref (code > 0 ? ref ofValue[code] : ref ofSet[~code]);
            if (written == 0)
            {
                if (code > 0)
                {
                    ordinals.Add(code - 1);
                }
                else
                {
                    ordinals.AddRange(_sets[~code]);
                }

                ends.Add(ordinals.Count);
                written = ends.Count;
            }

            code = written;
        }

        return ends.Count;
    }

    private static void WritePacked(SegmentFileWriter output, ReadOnlySpan<int> values, int width)
    {
        byte[] packed = new byte[(Run * sizeof(int)) + BitPacking.Slack];
        for (; values.Length > 0; values = values[Math.Min(Run, values.Length)..])
        {
            ReadOnlySpan<int> run = values[..Math.Min(Run, values.Length)]; // a multiple of eight values ends at a byte
            BitPacking.Pack(run, width, packed);
            output.Write(packed.AsSpan(0, BitPacking.ByteCount(run.Length, width)));
        }
    }
}
