namespace Search.Text.Stemming;

/// <summary>A word that a stemmer is at work on: its letters, and how many of them are left.</summary>
/// <param name="letters">The word, and room behind it for what the algorithm puts in.</param>
/// <param name="length">Length of the word.</param>
internal ref struct StemBuffer(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    /// <summary>Letters left.</summary>
    public int Length { get; private set; } = length;

    /// <summary>What is left of the word.</summary>
    public readonly Span<char> Text => _letters[..Length];

    /// <summary>The letter at an offset; U+0000 before the beginning.</summary>
    public readonly char this[int index] => index < 0 ? '\0' : _letters[..Length][index];

    /// <summary>Whether what is left ends so.</summary>
    public readonly bool Ends(string ending) => EndsBefore(Length, ending);

    /// <summary>Whether the part before an offset ends so.</summary>
    public readonly bool EndsBefore(int end, string ending) =>
        Text[..end].EndsWith(ending.AsSpan());

    /// <summary>
    /// The longest suffix that what is left has, all of it at or after <paramref name="limit"/>; its offset.
    /// </summary>
    public readonly bool TryFind(Suffix[] suffixes, int limit, out Suffix suffix, out int start)
    {
        suffix = default;
        start = Length;
        if (limit > Length || !Suffix.TryFind(suffixes, Text[limit..], out suffix))
        {
            return false;
        }

        start = Length - suffix.Ending.Length;
        return true;
    }

    /// <summary>Drops everything from an offset on.</summary>
    public void Cut(int start) => Length = start;

    /// <summary>Drops an ending where the word has it, at or after an offset; says whether.</summary>
    public bool Cut(string ending, int region)
    {
        int start = Length - ending.Length;
        bool cuts = start >= region && Ends(ending);
        Length = cuts ? start : Length;
        return cuts;
    }

    /// <summary>Replaces everything from an offset on.</summary>
    public void Replace(int start, string replacement)
    {
        replacement.CopyTo(_letters[start..]);
        Length = start + replacement.Length;
    }

    /// <summary>Replaces one letter by others.</summary>
    public void ReplaceLetter(int index, string replacement)
    {
        _letters[(index + 1)..Length].CopyTo(_letters[(index + replacement.Length)..]);
        replacement.CopyTo(_letters[index..]);
        Length += replacement.Length - 1;
    }

    /// <summary>Removes letters from the middle.</summary>
    public void Remove(int index, int count)
    {
        _letters[(index + count)..Length].CopyTo(_letters[index..]);
        Length -= count;
    }

    /// <summary>
    /// The offset behind the first letter, at or after <paramref name="start"/>, that is among the vowels or, with
    /// <paramref name="isVowel"/> false, not among them; the length where there is none.
    /// </summary>
    public readonly int Past(int start, string vowels, bool isVowel)
    {
        for (int i = start; i < Length; i++)
        {
            if (vowels.Contains(_letters[i], StringComparison.Ordinal) == isVowel)
            {
                return i + 1;
            }
        }

        return Length;
    }

    /// <summary>Where the region begins that follows the first consonant after the first vowel from an offset
    /// on.</summary>
    public readonly int RegionAfter(int start, string vowels) =>
        Past(Past(start, vowels, isVowel: true), vowels, isVowel: false);
}
