using System.Globalization;

namespace Search.Queries.Parsing;

/// <summary>Checks whether a text is a regular expression of Lucene's RegExp syntax, with all its options.</summary>
internal ref struct RegexSyntax
{
    private const int MaxDepth = 100;
    private const int MaxRepeats = 1_000;

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;

    private RegexSyntax(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>Whether a pattern is well-formed, nested at most 100 deep, with counts up to 1,000.</summary>
    internal static bool IsValid(ReadOnlySpan<char> pattern)
    {
        var syntax = new RegexSyntax(pattern);
        return pattern.IsEmpty || (syntax.ReadUnion(0) && syntax.IsAtEnd);
    }

    private readonly bool IsAtEnd => _at >= _pattern.Length;

    private readonly char Peek => IsAtEnd ? '\0' : _pattern[_at];

    private bool Take(char wanted)
    {
        bool isFound = !IsAtEnd && _pattern[_at] == wanted;
        _at += isFound ? 1 : 0;
        return isFound;
    }

    // Unions, intersections and sequences are all lists of the same things to a reader who only asks whether they are
    // well-formed; but each list begins with something, if only a character that means something elsewhere.
    private bool ReadUnion(int depth)
    {
        do
        {
            if (depth > MaxDepth || !ReadRepeat(depth))
            {
                return false;
            }
        }
        while (!IsAtEnd && (Take('|') || Take('&') || Peek != ')'));

        return true;
    }

    private bool ReadRepeat(int depth)
    {
        while (Take('~'))
        {
            if (++depth > MaxDepth)
            {
                return false;
            }
        }

        if (!ReadSimple(depth))
        {
            return false;
        }

        while (Peek is '?' or '*' or '+' or '{')
        {
            if (_pattern[_at++] == '{' && !ReadCount())
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadCount()
    {
        if (!ReadNumber() || (Take(',') && QueryCharacters.IsDigit(Peek) && !ReadNumber()))
        {
            return false;
        }

        return Take('}');
    }

    private bool ReadNumber()
    {
        int start = _at;
        while (QueryCharacters.IsDigit(Peek))
        {
            _at++;
        }

        return int.TryParse(_pattern[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count <= MaxRepeats;
    }

    private bool ReadSimple(int depth)
    {
        if (Take('['))
        {
            return ReadClass();
        }

        if (Take('('))
        {
            return Take(')') || (ReadUnion(depth + 1) && Take(')'));
        }

        return Take('"') ? ReadTo('"') : Take('<') ? ReadInterval() : ReadCharacter();
    }

    private bool ReadClass()
    {
        Take('^');
        do
        {
            if (!ReadCharacter() || (Take('-') && (Peek == ']' || !ReadCharacter())))
            {
                return false;
            }
        }
        while (!IsAtEnd && Peek != ']');

        return Take(']');
    }

    private bool ReadInterval()
    {
        int start = _at;
        if (!ReadTo('>'))
        {
            return false;
        }

        ReadOnlySpan<char> text = _pattern[start..(_at - 1)];
        int dash = text.IndexOf('-');
        return dash > 0 && IsBound(text[..dash]) && IsBound(text[(dash + 1)..]);
    }

    private static bool IsBound(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private bool ReadTo(char end)
    {
        int length = _pattern[_at..].IndexOf(end);
        _at = length < 0 ? _pattern.Length : _at + length + 1;
        return length >= 0;
    }

    private bool ReadCharacter()
    {
        Take('\\');
        return _at++ < _pattern.Length;
    }
}
