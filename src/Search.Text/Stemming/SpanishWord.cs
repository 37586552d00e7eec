namespace Search.Text.Stemming;

/// <summary>
/// A word on its way through the Spanish stemmer. RV, R1 and R2 are the parts from <c>_rv</c>, <c>_r1</c> and
/// <c>_r2</c> on.
/// </summary>
internal ref struct SpanishWord(Span<char> word, int length)
{
    private const string Vowels = "aeiouáéíóúü";
    private StemBuffer _word = new(word, length);
    private int _rv;
    private int _r1;
    private int _r2;

    /// <summary>Length of what is left.</summary>
    public readonly int Length => _word.Length;

    /// <summary>Finds the regions.</summary>
    public void FindRegions()
    {
        _rv = VerbRegion();
        _r1 = _word.RegionAfter(0, Vowels);
        _r2 = _word.RegionAfter(_r1, Vowels);
    }

    /// <summary>Step 0: a pronoun behind a gerund or an infinitive.</summary>
    public void DropPronoun()
    {
        if (!_word.TryFind(SpanishSuffixes.Pronouns, 0, out _, out int pronoun)
            || !Suffix.TryFind(SpanishSuffixes.BeforePronouns, _word.Text[..pronoun], out Suffix verb))
        {
            return;
        }

        int start = pronoun - verb.Ending.Length;
        if (start < _rv || (verb.Action == SpanishSuffixes.AfterU && _word[start - 1] != 'u'))
        {
            return;
        }

        if (verb.Replacement.Length > 0)
        {
            _word.Replace(start, verb.Replacement);
        }
        else
        {
            _word.Cut(pronoun);
        }
    }

    /// <summary>Steps 1, 2 and 3.</summary>
    public void DropSuffixes()
    {
        _ = DropStandardSuffix() || DropVerbSuffixWithY() || DropVerbSuffix();
        DropResidualSuffix();
    }

    /// <summary>Drops the acute accents.</summary>
    public readonly void Finish()
    {
        Span<char> text = _word.Text;
        text.Replace('á', 'a');
        text.Replace('é', 'e');
        text.Replace('í', 'i');
        text.Replace('ó', 'o');
        text.Replace('ú', 'u');
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private readonly int VerbRegion()
    {
        if (_word.Length < 2)
        {
            return _word.Length;
        }

        bool second = IsVowel(_word[1]);
        if (second && !IsVowel(_word[0]))
        {
            return Math.Min(3, _word.Length);
        }

        return _word.Past(2, Vowels, isVowel: !second);
    }

    private bool DropStandardSuffix()
    {
        if (!_word.TryFind(SpanishSuffixes.Standard, 0, out Suffix suffix, out int start)
            || start < (suffix.Action == SpanishSuffixes.Amente ? _r1 : _r2))
        {
            return false;
        }

        _word.Replace(start, suffix.Replacement);
        switch (suffix.Action)
        {
            case SpanishSuffixes.AfterIc:
                _ = _word.Cut("ic", _r2);
                break;
            case SpanishSuffixes.Amente:
                _ = _word.Cut("iv", _r2)
                    ? _word.Cut("at", _r2)
                    : _word.Cut("os", _r2) || _word.Cut("ic", _r2) || _word.Cut("ad", _r2);
                break;
            case SpanishSuffixes.Mente:
                _ = _word.Cut("ante", _r2) || _word.Cut("able", _r2) || _word.Cut("ible", _r2);
                break;
            case SpanishSuffixes.Idad:
                _ = _word.Cut("abil", _r2) || _word.Cut("ic", _r2) || _word.Cut("iv", _r2);
                break;
            case SpanishSuffixes.Ivo:
                _ = _word.Cut("at", _r2);
                break;
            default:
                break;
        }

        return true;
    }

    private bool DropVerbSuffixWithY()
    {
        if (!_word.TryFind(SpanishSuffixes.VerbsWithY, _rv, out _, out int start) || _word[start - 1] != 'u')
        {
            return false;
        }

        _word.Cut(start);
        return true;
    }

    private bool DropVerbSuffix()
    {
        if (!_word.TryFind(SpanishSuffixes.Verbs, _rv, out Suffix suffix, out int start))
        {
            return false;
        }

        bool dropsU = suffix.Action == SpanishSuffixes.AfterGu && _word.EndsBefore(start, "gu");
        _word.Cut(dropsU ? start - 1 : start);
        return true;
    }

    private void DropResidualSuffix()
    {
        if (!_word.TryFind(SpanishSuffixes.Residual, 0, out Suffix suffix, out int start) || start < _rv)
        {
            return;
        }

        _word.Cut(start);
        if (suffix.Action == SpanishSuffixes.AfterGu && _word.Ends("gu") && start - 1 >= _rv)
        {
            _word.Cut(start - 1);
        }
    }
}
