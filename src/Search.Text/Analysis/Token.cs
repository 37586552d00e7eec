namespace Search.Text.Analysis;

/// <summary>Where one token stands in the text it was taken from.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit in the original text.</param>
/// <param name="Length">Length in UTF-16 code units of the original text; at least 1.</param>
/// <param name="Position">Place among the words of the text, from 0; never falls from one token to the next.</param>
public readonly record struct Token(int Start, int Length, int Position)
{
    /// <summary>Offset just behind the token's last UTF-16 code unit.</summary>
    public int End => Start + Length;
}
