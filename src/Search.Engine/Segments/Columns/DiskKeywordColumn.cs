using System.Runtime.InteropServices;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Columns;

/// <summary>The column of a keyword field on disk. Values are those of the field's dictionary, in its order.</summary>
internal sealed class DiskKeywordColumn : KeywordColumn
{
    private const int HeadLength = 16;

    private readonly SegmentSection _section;
    private readonly TermDictionary _dictionary;
    private readonly KeywordColumnCache _cache;
    private readonly bool _hasMany;
    private readonly int _docCount;
    private readonly int _codeWidth;
    private readonly int _ordinalCount;
    private readonly int _endsAt;
    private readonly int _ordinalsAt;
    private DictionaryCursor? _values;

    /// <summary>Opens the column of a field.</summary>
    /// <param name="section">Its bytes.</param>
    /// <param name="dictionary">The values.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="cache">What was found out before, shared by the columns of all threads.</param>
    /// <exception cref="IndexCorruptException">Its parts do not fit together.</exception>
    public DiskKeywordColumn(SegmentSection section, TermDictionary dictionary, int docCount, KeywordColumnCache cache)
    {
        _section = section;
        _dictionary = dictionary;
        _docCount = docCount;
        _cache = cache;
        ReadOnlySpan<uint> head = section.ReadArray<uint>(0, HeadLength / sizeof(uint));
        _hasMany = head[0] == KeywordColumnWriter.ManyValues;
        section.Require(head[2] < int.MaxValue && head[3] <= int.MaxValue, $"{head[2]} sets, {head[3]} ordinals");
        SetCount = (int)head[2];
        _ordinalCount = (int)head[3];
        _codeWidth = KeywordColumnWriter.CodeWidth(SetCount);
        section.Require(
            head[1] == _codeWidth && (_hasMany || SetCount == ValueCount), $"{SetCount} sets in {head[1]} bits");
        long length = HeadLength + BitPacking.ByteCount(docCount, _codeWidth);
        if (_hasMany)
        {
            length = Aligned(length);
            _endsAt = (int)length;
            length = Aligned(length + BitPacking.ByteCount(SetCount, BitPacking.Width(head[3])));
            _ordinalsAt = (int)length;
            length += BitPacking.ByteCount(_ordinalCount, BitPacking.Width((uint)ValueCount));
        }

        section.Require(section.Length == length, $"{section.Length} bytes where {length} are due");
    }

    /// <summary>Number of sets of values; codes run from 0 to it.</summary>
    public int SetCount { get; }

    /// <inheritdoc/>
    public override int ValueCount => _dictionary.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Value(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, ValueCount);
        _values ??= new DictionaryCursor(_dictionary);
        _values.MoveTo(ordinal);
        return _values.Term;
    }

    /// <inheritdoc/>
    public override string Text(int ordinal) => ordinal < _cache.Texts.Length
        ? _cache.Texts[ordinal] ??= base.Text(ordinal)
        : base.Text(ordinal);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer) => OrdinalsOf(Code(docId), ref buffer);

    /// <summary>What a document has: 0 for no value, else a code of <see cref="OrdinalsOf"/>.</summary>
    public int Code(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)docId, (uint)_docCount);
        int code = BitPacking.Get(_section.ReadAll()[HeadLength..], _codeWidth, docId);
        _section.Require(code >= 0 && code <= SetCount, $"document {docId} has set {code} of {SetCount}");
        return code;
    }

    /// <summary>The ordinals that a code stands for: ascending, none twice.</summary>
    /// <param name="code">0 to <see cref="SetCount"/>.</param>
    /// <param name="buffer">As in <see cref="Ordinals"/>.</param>
    public ReadOnlySpan<int> OrdinalsOf(int code, ref int[] buffer)
    {
        if (code == 0)
        {
            return [];
        }

        int start = code - 1;
        int count = 1;
        ReadOnlySpan<byte> bytes = _section.ReadAll();
        if (_hasMany)
        {
            int width = BitPacking.Width((uint)_ordinalCount);
            start = code == 1 ? 0 : BitPacking.Get(bytes[_endsAt..], width, code - 2);
            int end = BitPacking.Get(bytes[_endsAt..], width, code - 1);
            bool isRun = start >= 0 && start < end && end <= _ordinalCount;
            _section.Require(isRun, $"ordinals {start} to {end} of {_ordinalCount}");
            count = end - start;
        }

        if (buffer.Length < count)
        {
            buffer = new int[Math.Max(count, 4)];
        }

        Span<int> ordinals = buffer.AsSpan(0, count);
        if (_hasMany)
        {
            ReadRun(bytes[_ordinalsAt..], start, ordinals);
        }
        else
        {
            ordinals[0] = start;
        }

        return ordinals;
    }

    /// <inheritdoc/>
    public override ValueCounts Counts()
    {
        if (_codeWidth is not (8 or 16))
        {
            return base.Counts();
        }

        if (!_cache.AreCodesChecked)
        {
            bool isAnyWrong = _codeWidth == 8
                ? Codes<byte>().ContainsAnyExceptInRange((byte)0, (byte)SetCount)
                : Codes<ushort>().ContainsAnyExceptInRange((ushort)0, (ushort)SetCount);
            _section.Require(!isAnyWrong, $"a document has a set above {SetCount}");
            _cache.AreCodesChecked = true;
        }

        return new CodeCounts(this, _codeWidth);
    }

    /// <summary>
    /// The codes of all documents, none above <see cref="SetCount"/> once there are <see cref="Counts"/>; only where
    /// they take one or two bytes.
    /// </summary>
    public ReadOnlySpan<T> Codes<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_section.ReadAll()[HeadLength..])[.._docCount];

    private static long Aligned(long length) => length + (-length & (SegmentFormat.SectionAlignment - 1));

    private void ReadRun(ReadOnlySpan<byte> bytes, int start, Span<int> ordinals)
    {
        int width = BitPacking.Width((uint)ValueCount);
        int before = -1;
        for (int i = 0; i < ordinals.Length; i++)
        {
            int ordinal = BitPacking.Get(bytes, width, start + i);
            bool isAbove = ordinal > before && ordinal < ValueCount;
            _section.Require(isAbove, $"ordinal {ordinal} behind {before} of {ValueCount}");
            ordinals[i] = before = ordinal;
        }
    }
}
