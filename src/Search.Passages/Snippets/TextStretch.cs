namespace Search.Passages.Snippets;

/// <summary>A stretch of a text in UTF-16 code units, half-open.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">Behind the last code unit.</param>
internal readonly record struct TextStretch(int Start, int End)
{
    /// <summary>Length in code units.</summary>
    public int Length => End - Start;
}
