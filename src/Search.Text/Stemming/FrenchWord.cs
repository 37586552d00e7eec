namespace Search.Text.Stemming;

/// <summary>
/// A word on its way through the French stemmer. Vowels that act as consonants are written <c>I U Y</c> meanwhile, ë
/// and ï as <c>He</c> and <c>Hi</c>. RV, R1 and R2 are the parts from <c>_rv</c>, <c>_r1</c> and <c>_r2</c> on.
/// </summary>
internal ref struct FrenchWord(Span<char> word, int length)
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";
    private StemBuffer _word = new(word, length);
    private int _rv;
    private int _r1;
    private int _r2;

    /// <summary>Length of what is left.</summary>
    public readonly int Length => _word.Length;

    /// <summary>Drops an elision, marks vowels that are none, finds the regions.</summary>
    public void Prepare()
    {
        DropElision();
        for (int i = 0; i < _word.Length;)
        {
            i += MarkAt(i) ? 0 : 1;
        }

        _rv = VerbRegion();
        _r1 = _word.RegionAfter(0, Vowels);
        _r2 = _word.RegionAfter(_r1, Vowels);
    }

    /// <summary>The endings, then double consonants and accents before the end.</summary>
    public void DropSuffixes()
    {
        if (DropStandardSuffix() || DropVerbSuffixWithI() || DropVerbSuffix())
        {
            MendEnd();
        }
        else
        {
            DropResidualSuffix();
        }

        bool isDoubled = _word.Ends("enn") || _word.Ends("onn") || _word.Ends("ett") || _word.Ends("ell")
            || _word.Ends("eill");
        _word.Cut(_word.Length - (isDoubled ? 1 : 0));
        DropAccentBeforeEnd();
    }

    /// <summary>Writes marked letters as they were.</summary>
    public void Finish()
    {
        _word.Text.Replace('I', 'i');
        _word.Text.Replace('U', 'u');
        _word.Text.Replace('Y', 'y');
        for (int i = _word.Length - 1; i >= 0; i--)
        {
            if (_word[i] == 'H')
            {
                char next = i + 1 < _word.Length ? _word[i + 1] : '\0';
                _word.Remove(i, 1);
                if (next is 'e' or 'i')
                {
                    _word.Text[i] = next == 'e' ? 'ë' : 'ï';
                }
            }
        }
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private void DropElision()
    {
        bool isElided = _word.Length > 2 && _word[1] == '\'' && "cdjlmnst".Contains(_word[0], StringComparison.Ordinal);
        int length = isElided ? 2 : _word.Length > 3 && _word.Text.StartsWith("qu'") ? 3 : 0;
        _word.Remove(0, length);
    }

    /// <summary>Marks one letter at or behind an offset; says whether there was one to mark.</summary>
    private bool MarkAt(int index)
    {
        char letter = _word[index];
        char next = index + 1 < _word.Length ? _word[index + 1] : '\0';
        bool vowelThird = index + 2 < _word.Length && IsVowel(_word[index + 2]);
        if (IsVowel(letter) && (next == 'y' || (next is 'u' or 'i' && vowelThird)))
        {
            _word.Text[index + 1] = (char)(next - 0x20);
        }
        else if (letter is 'ë' or 'ï')
        {
            _word.ReplaceLetter(index, letter == 'ë' ? "He" : "Hi");
        }
        else if (letter == 'y' && IsVowel(next))
        {
            _word.Text[index] = 'Y';
        }
        else if (letter == 'q' && next == 'u')
        {
            _word.Text[index + 1] = 'U';
        }
        else
        {
            return false;
        }

        return true;
    }

    private readonly int VerbRegion()
    {
        ReadOnlySpan<char> text = _word.Text;
        bool afterThird = text.Length > 2
            && ((IsVowel(text[0]) && IsVowel(text[1]))
                || text.StartsWith("par") || text.StartsWith("col") || text.StartsWith("tap")
                || (text.StartsWith("ni") && IsVowel(text[2])));
        return afterThird ? 3 : text.Length == 0 ? 0 : _word.Past(1, Vowels, isVowel: true);
    }

    private bool DropStandardSuffix()
    {
        if (!_word.TryFind(FrenchSuffixes.Standard, 0, out Suffix suffix, out int start))
        {
            return false;
        }

        switch (suffix.Action)
        {
            case FrenchSuffixes.InR2:
                return ReplaceIn(_r2, start, suffix.Replacement);
            case FrenchSuffixes.InR2AfterIc:
                return ReplaceIn(_r2, start, "") && ReplaceIc();
            case FrenchSuffixes.Ement:
                return ReplaceIn(_rv, start, "") && DropBeforeEment();
            case FrenchSuffixes.Ite:
                return ReplaceIn(_r2, start, "") && DropBeforeIte();
            case FrenchSuffixes.If:
                return ReplaceIn(_r2, start, "") && (!_word.Cut("at", _r2) || ReplaceIc());
            case FrenchSuffixes.InR1:
                return ReplaceIn(_r1, start, suffix.Replacement);
            case FrenchSuffixes.Oux:
                return "bhjlnp".Contains(_word[start - 1], StringComparison.Ordinal) && ReplaceIn(0, start, "ou");
            case FrenchSuffixes.Euse:
                return ReplaceIn(_r2, start, "") || ReplaceIn(_r1, start, "eux");
            case FrenchSuffixes.Issement:
                return start > 0 && !IsVowel(_word[start - 1]) && ReplaceIn(_r1, start, "");
            case FrenchSuffixes.Adverb:
                _ = ReplaceIn(_rv, start, suffix.Replacement);
                return false;
            case FrenchSuffixes.Ment:
                _ = start > _rv && IsVowel(_word[start - 1]) && ReplaceIn(0, start, "");
                return false;
            default:
                return ReplaceIn(0, start, suffix.Replacement);
        }
    }

    /// <summary>Replaces an ending that lies in a region; says whether it does.</summary>
    private bool ReplaceIn(int region, int start, string replacement)
    {
        if (start < region)
        {
            return false;
        }

        _word.Replace(start, replacement);
        return true;
    }

    private bool ReplaceIc()
    {
        if (_word.Ends("ic") && !_word.Cut("ic", _r2))
        {
            _word.Replace(_word.Length - 2, "iqU");
        }

        return true;
    }

    private bool DropBeforeEment()
    {
        if (_word.Ends("iv"))
        {
            _ = _word.Cut("iv", _r2) && _word.Cut("at", _r2);
        }
        else if (_word.Ends("eus"))
        {
            _ = _word.Cut("eus", _r2) || ReplaceIn(_r1, _word.Length - 3, "eux");
        }
        else if (_word.Ends("ièr") || _word.Ends("Ièr"))
        {
            _ = ReplaceIn(_rv, _word.Length - 3, "i");
        }
        else
        {
            _ = _word.Cut("abl", _r2) || _word.Cut("iqU", _r2);
        }

        return true;
    }

    private bool DropBeforeIte()
    {
        if (_word.Ends("abil"))
        {
            _ = _word.Cut("abil", _r2) || ReplaceIn(0, _word.Length - 4, "abl");
            return true;
        }

        return _word.Cut("iv", _r2) || ReplaceIc();
    }

    private bool DropVerbSuffixWithI()
    {
        if (!_word.TryFind(FrenchSuffixes.VerbsWithI, _rv, out _, out int start) || start <= _rv
            || _word[start - 1] == 'H' || IsVowel(_word[start - 1]))
        {
            return false;
        }

        _word.Cut(start);
        return true;
    }

    private bool DropVerbSuffix()
    {
        if (!_word.TryFind(FrenchSuffixes.Verbs, _rv, out Suffix suffix, out int start))
        {
            return false;
        }

        switch (suffix.Action)
        {
            case FrenchSuffixes.InR2:
                return ReplaceIn(_r2, start, "");
            case FrenchSuffixes.WithE:
                _word.Cut(start - (_word[start - 1] == 'e' && start > _rv ? 1 : 0));
                return true;
            case FrenchSuffixes.Ais:
                bool isKept = (start == 3 && _word.EndsBefore(start, "al")) || _word.EndsBefore(start, "auv")
                    || _word.EndsBefore(start, "épl");
                return !isKept && ReplaceIn(0, start, "");
            default:
                _word.Cut(start);
                return true;
        }
    }

    /// <summary>A final Y becomes i, a final ç becomes c.</summary>
    private void MendEnd()
    {
        char last = _word[_word.Length - 1];
        if (last is 'Y' or 'ç')
        {
            _word.Replace(_word.Length - 1, last == 'Y' ? "i" : "c");
        }
    }

    private void DropResidualSuffix()
    {
        int end = _word.Length - 1;
        if (end > 0 && _word[end] == 's'
            && (_word.EndsBefore(end, "Hi") || !"aiouès".Contains(_word[end - 1], StringComparison.Ordinal)))
        {
            _word.Cut(end);
        }

        if (!_word.TryFind(FrenchSuffixes.Residual, _rv, out Suffix suffix, out int start))
        {
            return;
        }

        bool applies = suffix.Action != FrenchSuffixes.Ion
            || (start >= _r2 && start > _rv && _word[start - 1] is 's' or 't');
        _ = applies && ReplaceIn(0, start, suffix.Replacement);
    }

    /// <summary>é or è before the last consonants becomes e.</summary>
    private readonly void DropAccentBeforeEnd()
    {
        int i = _word.Length - 1;
        while (i >= 0 && !IsVowel(_word[i]))
        {
            i--;
        }

        if (i >= 0 && i < _word.Length - 1 && _word[i] is 'é' or 'è')
        {
            _word.Text[i] = 'e';
        }
    }
}
