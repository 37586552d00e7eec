using System.Text;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Reads what stands between quotation marks.</summary>
internal sealed class PhraseReader(QueryInput input)
{
    private readonly StringBuilder _part = new();
    private readonly List<bool> _isEscaped = [];
    private readonly List<PhrasePart> _parts = [];
    private readonly StringBuilder _whole = new();

    /// <summary>The first place behind the closing quotation mark.</summary>
    internal int End { get; private set; }

    /// <summary>What stands between the marks, unescaped, as the value of a keyword field.</summary>
    internal string WholeText => QueryCharacters.Mended(_whole.ToString());

    /// <summary>Reads the phrase whose opening mark stands at a place.</summary>
    /// <returns>The phrase in no field, or null where it holds no word.</returns>
    internal PhraseQuery? Read(int start, WordForm form)
    {
        _part.Clear();
        _isEscaped.Clear();
        _parts.Clear();
        _whole.Clear();
        End = start + 1;
        while (End < input.End && !QueryCharacters.IsQuote(input.Text[End]))
        {
            ReadCharacter(input.Text[End]);
        }

        EndPart();
        if (End >= input.End)
        {
            input.Repairs.Add(RepairKind.UnbalancedQuote, start, start + 1);
        }

        End = Math.Min(End + 1, input.End);
        return Finish(start, form);
    }

    private void ReadCharacter(char c)
    {
        if (c == '\\')
        {
            if (input.TryReadEscape(End, out char meant, out int next))
            {
                Append(meant, isEscaped: true);
            }

            End = next;
            return;
        }

        End++;
        if (QueryCharacters.IsBlank(c) || QueryCharacters.IsHyphen(c))
        {
            EndPart();
            _whole.Append(c);
            return;
        }

        Append(c, isEscaped: false);
    }

    private void Append(char c, bool isEscaped)
    {
        _part.Append(c);
        _isEscaped.Add(isEscaped);
        _whole.Append(c);
    }

    private void EndPart()
    {
        if (_part.Length > 0)
        {
            _parts.Add(ToPart());
            _part.Clear();
            _isEscaped.Clear();
        }
    }

    private PhrasePart ToPart()
    {
        int start = 0;
        WordForm form = WordForm.Default;
        if (_part.Length > 1 && _part[0] is '=' or '~' && !_isEscaped[0])
        {
            form = _part[0] == '=' ? WordForm.Exact : WordForm.Stemmed;
            start = 1;
        }

        int lastWord = LastWord(start);
        if (!HasWildcard(start, lastWord))
        {
            return new PhraseWord(QueryCharacters.Mended(_part.ToString(start, _part.Length - start)), form);
        }

        string pattern = Pattern(start, lastWord);
        return pattern == "*" ? new PhraseGap() : new PhraseWildcard(QueryCharacters.Mended(pattern));
    }

    private bool IsStar(int index) => _part[index] == '*' && !_isEscaped[index];

    // A question mark that nothing follows is punctuation: "what is cybercrime?".
    private bool IsWildcard(int index, int lastWord) =>
        IsStar(index) || (_part[index] == '?' && !_isEscaped[index] && index < lastWord);

    private int LastWord(int start)
    {
        int last = _part.Length - 1;
        while (last >= start && !IsStar(last) && !QueryCharacters.IsWordLike(_part[last]))
        {
            last--;
        }

        return last;
    }

    private bool HasWildcard(int start, int lastWord)
    {
        for (int i = start; i <= lastWord; i++)
        {
            if (IsWildcard(i, lastWord))
            {
                return true;
            }
        }

        return false;
    }

    // Punctuation around a pattern would be part of it and match no word: "capacit*, training".
    private string Pattern(int start, int lastWord)
    {
        while (!_isEscaped[start] && !IsWildcard(start, lastWord) && !QueryCharacters.IsWordLike(_part[start]))
        {
            start++;
        }

        int end = _part.Length;
        while (end - 1 > lastWord && !_isEscaped[end - 1])
        {
            end--;
        }

        var pattern = new StringBuilder(end - start);
        for (int i = start; i < end; i++)
        {
            if (IsWildcard(i, lastWord))
            {
                WildcardPattern.AppendWildcard(pattern, _part[i]);
            }
            else
            {
                WildcardPattern.AppendLiteral(pattern, _part[i]);
            }
        }

        return pattern.ToString();
    }

    private PhraseQuery? Finish(int start, WordForm form)
    {
        int first = _parts.FindIndex(p => p is not PhraseGap);
        int last = _parts.FindLastIndex(p => p is not PhraseGap);
        if (first < 0)
        {
            input.Repairs.Add(RepairKind.EmptyPhrase, start, End);
            return null;
        }

        if (first > 0 || last < _parts.Count - 1)
        {
            input.Repairs.Add(RepairKind.OuterGap, start, End);
        }

        PhrasePart[] parts = [.. _parts[first..(last + 1)]];
        return new PhraseQuery(null, [.. parts], 0, form);
    }
}
