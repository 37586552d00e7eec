namespace Search.Passages.Suggestions;

/// <summary>How one word stands in texts.</summary>
/// <param name="exact">Its exact form.</param>
/// <param name="isFiller">Whether it neither begins nor ends a phrase, and is not worth suggesting.</param>
internal sealed class SampledWord(string exact, bool isFiller)
{
    /// <summary>One time in so many makes lower case the way a word is shown: the rest are headings.</summary>
    private const int LowerOf = 4;

    private string? _lower;
    private string? _title;
    private string? _upper;
    private int _lowerCount;
    private int _titleCount;
    private int _upperCount;

    /// <summary>Its exact form.</summary>
    public string Exact => exact;

    /// <summary>Whether it neither begins nor ends a phrase.</summary>
    public bool IsFiller => isFiller;

    /// <summary>As it is mostly written.</summary>
    public string Shown =>
        _lower is not null && _lowerCount * LowerOf >= _lowerCount + _titleCount + _upperCount ? _lower
        : _titleCount >= _upperCount ? _title ?? exact
        : _upper ?? exact;

    /// <summary>Counts an occurrence.</summary>
    public void Count(ReadOnlySpan<char> surface)
    {
        if (!char.IsUpper(surface[0]))
        {
            _lower ??= surface.ToString();
            _lowerCount++;
        }
        else if (surface.Length > 1 && !surface[1..].ContainsAnyInRange('a', 'z'))
        {
            _upper ??= surface.ToString();
            _upperCount++;
        }
        else
        {
            _title ??= surface.ToString();
            _titleCount++;
        }
    }
}
