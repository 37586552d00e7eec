namespace Search.Passages.Search;

/// <summary>
/// Turns offsets in UTF-16 code units into offsets in code points of one text. A lone surrogate counts as one code point.
/// Fastest when offsets are asked in ascending order.
/// </summary>
internal struct CodePointOffsets(string text)
{
    private int _unit;
    private int _point;

    /// <summary>The number of code points before <paramref name="offset"/>, from 0 to the text's length.</summary>
    public int At(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)text.Length, nameof(offset));
        if (offset < _unit)
        {
            _unit = 0;
            _point = 0;
        }

        while (_unit < offset)
        {
            bool isPair = char.IsHighSurrogate(text[_unit])
                && _unit + 1 < text.Length
                && char.IsLowSurrogate(text[_unit + 1]);
            _unit += isPair ? 2 : 1;
            _point++;
        }

        return _point;
    }
}
