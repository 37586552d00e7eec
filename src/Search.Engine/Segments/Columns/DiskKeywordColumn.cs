using System.Numerics;
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
    private readonly DictionaryCursor _values;
    private readonly bool _hasMany;
    private readonly int _ordinalWidth;
    private readonly int _endWidth;
    private readonly int _ordinalCount;
    private readonly int _ordinalsAt;

    /// <summary>Opens the column of a field.</summary>
    /// <exception cref="IndexCorruptException">Its parts do not fit together.</exception>
    public DiskKeywordColumn(SegmentSection section, TermDictionary dictionary, int docCount)
    {
        _section = section;
        _dictionary = dictionary;
        _values = new DictionaryCursor(dictionary);
        ReadOnlySpan<uint> head = section.ReadArray<uint>(0, HeadLength / sizeof(uint));
        _hasMany = head[0] == KeywordColumnWriter.ManyValues;
        section.Require(head[1] <= 32 && head[2] <= 32 && head[3] <= int.MaxValue, "widths or counts are out of range");
        _ordinalWidth = (int)head[1];
        _endWidth = (int)head[2];
        _ordinalCount = (int)head[3];
        long ends = _hasMany ? BitPacking.ByteCount(docCount, _endWidth) : 0;
        ends += -(HeadLength + ends) & (SegmentFormat.SectionAlignment - 1);
        _ordinalsAt = (int)(HeadLength + ends);
        long length = _ordinalsAt + BitPacking.ByteCount(_hasMany ? _ordinalCount : docCount, _ordinalWidth);
        section.Require(section.Length == length, $"{section.Length} bytes where {length} are due");
    }

    /// <inheritdoc/>
    public override int ValueCount => _dictionary.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Value(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, ValueCount);
        _values.MoveTo(ordinal);
        return _values.Term;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer)
    {
        ReadOnlySpan<byte> bytes = _section.ReadAll();
        ReadOnlySpan<byte> ordinals = bytes[_ordinalsAt..];
        int start = 0;
        int count = 1;
        if (_hasMany)
        {
            ReadOnlySpan<byte> ends = bytes[HeadLength..];
            start = docId == 0 ? 0 : BitPacking.Get(ends, _endWidth, docId - 1);
            int end = BitPacking.Get(ends, _endWidth, docId);
            _section.Require(start <= end && end <= _ordinalCount, $"ordinals {start} to {end} of {_ordinalCount}");
            count = end - start;
        }

        if (buffer.Length < count)
        {
            buffer = new int[Math.Max(count, 4)];
        }

        if (!_hasMany)
        {
            buffer[0] = BitPacking.Get(ordinals, _ordinalWidth, docId) - 1;
            count = buffer[0] < 0 ? 0 : 1;
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                buffer[i] = BitPacking.Get(ordinals, _ordinalWidth, start + i);
            }
        }

        bool isInRange = count == 0 || (buffer[count - 1] >= 0 && buffer[count - 1] < ValueCount);
        _section.Require(isInRange, "an ordinal is out of range");
        return buffer.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public override void Count(int first, ReadOnlySpan<ulong> documents, Span<int> counts)
    {
        ReadOnlySpan<byte> bytes = _section.ReadAll();
        counts = counts[..ValueCount];
        for (int i = 0; i < documents.Length; i++)
        {
            for (ulong rest = documents[i]; rest != 0; rest &= rest - 1)
            {
                int docId = first + (i * 64) + BitOperations.TrailingZeroCount(rest);
                if (_hasMany)
                {
                    CountMany(bytes, docId, counts);
                }
                else
                {
                    int ordinal = BitPacking.Get(bytes[_ordinalsAt..], _ordinalWidth, docId) - 1;
                    if (ordinal >= 0)
                    {
                        _section.Require(ordinal < counts.Length, "an ordinal is out of range");
                        counts[ordinal]++;
                    }
                }
            }
        }
    }

    private void CountMany(ReadOnlySpan<byte> bytes, int docId, Span<int> counts)
    {
        ReadOnlySpan<byte> ends = bytes[HeadLength..];
        int at = docId == 0 ? 0 : BitPacking.Get(ends, _endWidth, docId - 1);
        int end = BitPacking.Get(ends, _endWidth, docId);
        _section.Require(at >= 0 && end <= _ordinalCount, $"ordinals to {end} of {_ordinalCount}");
        ReadOnlySpan<byte> ordinals = bytes[_ordinalsAt..];
        for (; at < end; at++)
        {
            int ordinal = BitPacking.Get(ordinals, _ordinalWidth, at);
            _section.Require(ordinal >= 0 && ordinal < counts.Length, "an ordinal is out of range");
            counts[ordinal]++;
        }
    }
}
