namespace Search.Text.Stemming;

/// <summary>
/// A word on its way through the steps of the English stemmer. A consonant y is written <c>Y</c> meanwhile. R1 is the
/// part from <c>_r1</c> on, R2 from <c>_r2</c> on, as the algorithm defines them.
/// </summary>
internal ref struct EnglishWord(Span<char> word, int length)
{
    private const int Replace = 0;
    private const int AfterL = 1;
    private const int AfterLetterOfLi = 2;
    private const int InSecondRegion = 3;
    private const int AfterSOrT = 4;

    private static readonly string[] RegionPrefixes =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly string[] KeptBeforeIng = ["inn", "out", "cann", "herr", "earr", "even"];

    private static readonly string[] KeptBeforeEed = ["proc", "exc", "succ"];

    private static readonly Suffix[] LongSuffixes = Suffix.LongestFirst(
        Suffix.All(
            Replace,
            "tional=tion enci=ence anci=ance abli=able entli=ent izer=ize ization=ize ational=ate ation=ate ator=ate "
            + "alism=al aliti=al alli=al fulness=ful ousli=ous ousness=ous iveness=ive iviti=ive biliti=ble bli=ble "
            + "ogist=og fulli=ful lessli=less"),
        Suffix.All(AfterL, "ogi=og"),
        Suffix.All(AfterLetterOfLi, "li"));

    private static readonly Suffix[] MiddleSuffixes = Suffix.LongestFirst(
        Suffix.All(Replace, "tional=tion ational=ate alize=al icate=ic iciti=ic ical=ic ful ness"),
        Suffix.All(InSecondRegion, "ative"));

    private static readonly Suffix[] ShortSuffixes = Suffix.LongestFirst(
        Suffix.All(Replace, "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize"),
        Suffix.All(AfterSOrT, "ion"));

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    private readonly Span<char> _word = word;
    private int _length = length;
    private int _r1;
    private int _r2;
    private bool _hasConsonantY;

    private readonly ReadOnlySpan<char> Text => _word[.._length];

    /// <summary>Drops a leading apostrophe, marks the consonant y, finds R1 and R2.</summary>
    public void Prepare()
    {
        if (_word[0] == '\'')
        {
            _word[1.._length].CopyTo(_word);
            _length--;
        }

        MarkConsonantY();
        int prefix = 0;
        foreach (string candidate in RegionPrefixes)
        {
            prefix = Text.StartsWith(candidate.AsSpan()) ? candidate.Length : prefix;
        }

        _r1 = prefix > 0 ? prefix : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>Steps 0 and 1a.</summary>
    public void DropPossessiveAndPlural()
    {
        Drop(Ends("'s'") ? 3 : Ends("'s") ? 2 : Ends("'") ? 1 : 0);
        if (Ends("sses"))
        {
            Drop(2);
        }
        else if (Ends("ied") || Ends("ies"))
        {
            Drop(_length > 4 ? 2 : 1);
        }
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowel(_length - 2))
        {
            Drop(1);
        }
    }

    /// <summary>Step 1b.</summary>
    public void DropPastAndParticiple()
    {
        int ending = Ends("eedly") ? 5 : Ends("eed") ? 3 : 0;
        if (ending > 0)
        {
            if (_r1 <= _length - ending && !IsOneOf(KeptBeforeEed, _length - ending))
            {
                Drop(ending - 2);
            }

            return;
        }

        ending = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (ending == 3 && IsKeptBeforeIng())
        {
            return;
        }

        if (ending > 0 && HasVowel(_length - ending))
        {
            Drop(ending);
            MendAfterDrop();
        }
    }

    /// <summary>Step 1c.</summary>
    public readonly void ReplaceFinalY()
    {
        if (_length > 2 && _word[_length - 1] is 'y' or 'Y' && !IsVowel(_word[_length - 2]))
        {
            _word[_length - 1] = 'i';
        }
    }

    /// <summary>Step 2.</summary>
    public void ReplaceLongSuffix() => Apply(LongSuffixes, _r1);

    /// <summary>Step 3.</summary>
    public void ReplaceMiddleSuffix() => Apply(MiddleSuffixes, _r1);

    /// <summary>Step 4.</summary>
    public void DropShortSuffix() => Apply(ShortSuffixes, _r2);

    /// <summary>Step 5.</summary>
    public void DropFinalEOrL()
    {
        bool drops = Ends("e")
            ? _r2 < _length || (_r1 < _length && !EndsShort(_length - 1))
            : Ends("ll") && _r2 < _length;
        Drop(drops ? 1 : 0);
    }

    /// <summary>Writes every consonant y as y again; returns the length.</summary>
    public readonly int Finish()
    {
        if (_hasConsonantY)
        {
            _word[.._length].Replace('Y', 'y');
        }

        return _length;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private void MarkConsonantY()
    {
        bool afterVowel = true;
        for (int i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && afterVowel)
            {
                _word[i] = 'Y';
                _hasConsonantY = true;
            }

            afterVowel = IsVowel(_word[i]);
        }
    }

    /// <summary>Where the region begins that follows the first consonant after a vowel at or after an offset.</summary>
    private readonly int RegionAfter(int start)
    {
        int i = start;
        while (i < _length && !IsVowel(_word[i]))
        {
            i++;
        }

        while (i < _length && IsVowel(_word[i]))
        {
            i++;
        }

        return Math.Min(i + 1, _length);
    }

    private readonly bool Ends(string ending) => Text.EndsWith(ending.AsSpan());

    private void Drop(int count) => _length -= count;

    private readonly bool HasVowel(int end) => end > 0 && _word[..end].ContainsAny(Vowels);

    private readonly bool IsOneOf(string[] words, int end)
    {
        foreach (string word in words)
        {
            if (_word[..end].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>inning, outing and the like stay; dying, lying, tying become die, lie, tie.</summary>
    private bool IsKeptBeforeIng()
    {
        if (_length == 5 && _word[1] == 'y' && !IsVowel(_word[0]))
        {
            _word[1] = 'i';
            _word[2] = 'e';
            _length = 3;
            return true;
        }

        return IsOneOf(KeptBeforeIng, _length - 3);
    }

    private void MendAfterDrop()
    {
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            _word[_length++] = 'e';
        }
        else if (_length > 1 && _word[_length - 1] == _word[_length - 2]
            && _word[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't')
        {
            Drop(_length == 3 && _word[0] is 'a' or 'e' or 'o' ? 0 : 1);
        }
        else if (_r1 == _length && EndsShort(_length))
        {
            _word[_length++] = 'e';
        }
    }

    /// <summary>Whether the part before an offset ends with a short syllable.</summary>
    private readonly bool EndsShort(int end)
    {
        if (end < 2 || IsVowel(_word[end - 1]))
        {
            return false;
        }

        bool afterVowel = IsVowel(_word[end - 2]);
        return (end == 2 && afterVowel)
            || (end > 2 && afterVowel && _word[end - 1] is not ('w' or 'x' or 'Y') && !IsVowel(_word[end - 3]))
            || _word[..end].EndsWith("past");
    }

    private void Apply(Suffix[] suffixes, int region)
    {
        if (!Suffix.TryFind(suffixes, Text, out Suffix suffix))
        {
            return;
        }

        int start = _length - suffix.Ending.Length;
        char before = start > 0 ? _word[start - 1] : '\0';
        bool applies = region <= start && suffix.Action switch
        {
            AfterL => before == 'l',
            AfterLetterOfLi => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            InSecondRegion => _r2 <= start,
            AfterSOrT => before is 's' or 't',
            _ => true,
        };
        if (applies)
        {
            suffix.Replacement.CopyTo(_word[start..]);
            _length = start + suffix.Replacement.Length;
        }
    }
}
