using System.Numerics;

namespace Search.Engine.Segments.Terms;

/// <summary>A test on the letters of terms (<see cref="TermLetters"/>) that no term of a pattern fails.</summary>
/// <param name="Needed">Letters that a term should hold.</param>
/// <param name="Allowed">Letters that a term may hold.</param>
/// <param name="MaxMissing">How many bits of <paramref name="Needed"/> a term may lack.</param>
/// <param name="MaxExtra">How many bits it may hold beside <paramref name="Allowed"/>.</param>
internal readonly record struct LetterFilter(uint Needed, uint Allowed, int MaxMissing, int MaxExtra)
{
    /// <summary>More extra letters than these are not worth counting.</summary>
    private const int MostExtra = 3;

    /// <summary>Passes the terms within some edits of a term of these letters.</summary>
    public static LetterFilter Within(uint letters, int edits) => new(letters, letters, edits, edits);

    /// <summary>Passes the terms that hold some letters, and any number of others.</summary>
    public static LetterFilter Holding(uint letters) => new(letters, uint.MaxValue, 0, 0);

    /// <summary>Passes the terms that hold some letters and so many code points more.</summary>
    public static LetterFilter Holding(uint letters, int extra) =>
        extra > MostExtra ? Holding(letters) : new(letters, letters, 0, extra);

    /// <summary>Whether a term of these letters passes.</summary>
    public bool Passes(uint letters) =>
        BitOperations.PopCount(Needed & ~letters) <= MaxMissing
        && BitOperations.PopCount(letters & ~Allowed) <= MaxExtra;
}
