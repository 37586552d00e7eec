namespace Search.Text.Stemming;

/// <summary>
/// Cuts a word to its stem, as a published Snowball algorithm says. Stateless: safe for several threads.
/// </summary>
internal abstract class Stemmer
{
    /// <summary>Code units that a stemmer may need beyond twice the length of the word.</summary>
    public const int SpareRoom = 8;

    /// <summary>
    /// Whether the words that it is given have lost their diacritics. Where they mean something to the algorithm, it
    /// is given words of step one of folding only.
    /// </summary>
    public abstract bool TakesFoldedWords { get; }

    /// <summary>Stems a word in place and returns the length of the stem, at least 1.</summary>
    /// <param name="word">The word, and room for as many code units again and <see cref="SpareRoom"/> more.</param>
    /// <param name="length">Length of the word: lower case, at least 1.</param>
    public abstract int Stem(Span<char> word, int length);
}
