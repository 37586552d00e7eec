using System.Globalization;
using System.Text;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// Reads the regular expressions of Lucene's RegExp with all its options: <c>| &amp; ? * + {n,m} ~ [] [^] . # @ "…" ()
/// &lt;n-m&gt;</c>
/// and backslash.
/// </summary>
internal sealed class RegexParser
{
    private const int MaxDepth = 200;

    private readonly RegexExpressions _make;
    private readonly int[] _pattern;
    private int _next;
    private int _depth;

    private RegexParser(string pattern, RegexExpressions make)
    {
        _pattern = [.. pattern.EnumerateRunes().Select(rune => rune.Value)];
        _make = make;
    }

    /// <summary>Reads a pattern; null where it is no regular expression.</summary>
    public static RegexExpression? Parse(string pattern, RegexExpressions make)
    {
        var parser = new RegexParser(pattern, make);
        if (parser._pattern.Length == 0)
        {
            return make.Empty;
        }

        try
        {
            RegexExpression expression = parser.Union();
            return parser._next == parser._pattern.Length ? expression : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool More => _next < _pattern.Length;

    private char NextCharacter => (char)Math.Min(_pattern[_next], 0xFFFF);

    private bool Peek(string any) => More && any.Contains(NextCharacter, StringComparison.Ordinal);

    private bool Take(char wanted)
    {
        bool found = More && _pattern[_next] == wanted;
        _next += found ? 1 : 0;
        return found;
    }

    private int Read() => More ? _pattern[_next++] : throw new FormatException("The expression ends too early.");

    private RegexExpression Union()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException("The expression is nested too deeply.");
        }

        List<RegexExpression> parts = [Intersection()];
        while (Take('|'))
        {
            parts.Add(Intersection());
        }

        _depth--;
        return _make.Union(parts);
    }

    private RegexExpression Intersection()
    {
        List<RegexExpression> parts = [Sequence()];
        while (Take('&'))
        {
            parts.Add(Sequence());
        }

        return _make.Intersection(parts);
    }

    private RegexExpression Sequence()
    {
        List<RegexExpression> parts = [Repeat()];
        while (More && !Peek(")|&"))
        {
            parts.Add(Repeat());
        }

        RegexExpression all = _make.Empty;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            all = _make.Sequence(parts[i], all);
        }

        return all;
    }

    private RegexExpression Repeat()
    {
        RegexExpression part = Complement();
        while (Peek("?*+{"))
        {
            if (Take('?'))
            {
                part = _make.Union(part, _make.Empty);
            }
            else if (Take('*'))
            {
                part = _make.Repeat(part, 0, int.MaxValue);
            }
            else if (Take('+'))
            {
                part = _make.Repeat(part, 1, int.MaxValue);
            }
            else
            {
                _next++;
                int least = Number();
                int most = !Take(',') ? least
                    : More && char.IsAsciiDigit(NextCharacter) ? Number()
                    : int.MaxValue;
                Expect('}');
                part = _make.Repeat(part, least, most);
            }
        }

        return part;
    }

    private RegexExpression Complement() => Take('~') ? _make.Complement(Complement()) : CharacterClass();

    private RegexExpression CharacterClass()
    {
        if (!Take('['))
        {
            return Simple();
        }

        bool isNegated = Take('^');
        List<int> ranges = [];
        do
        {
            int first = Character();
            int last = !Take('-') ? first
                : Peek("]") ? throw new FormatException("A range lacks its end.")
                : Character();
            ranges.AddRange([first, last]);
        }
        while (More && !Peek("]"));
        Expect(']');
        return isNegated ? _make.NotClass(ranges) : _make.Class(ranges);
    }

    private RegexExpression Simple()
    {
        if (Take('.'))
        {
            return _make.AnyCodePoint;
        }

        if (Take('#'))
        {
            return _make.Nothing;
        }

        if (Take('@'))
        {
            return _make.AnyText;
        }

        if (Take('"'))
        {
            return Quoted();
        }

        if (Take('('))
        {
            if (Take(')'))
            {
                return _make.Empty;
            }

            RegexExpression inner = Union();
            Expect(')');
            return inner;
        }

        return Take('<') ? NumericInterval() : _make.Character(Character());
    }

    private RegexExpression Quoted()
    {
        List<int> codePoints = [];
        while (More && _pattern[_next] != '"')
        {
            codePoints.Add(Read());
        }

        Expect('"');
        RegexExpression all = _make.Empty;
        for (int i = codePoints.Count - 1; i >= 0; i--)
        {
            all = _make.Sequence(_make.Character(codePoints[i]), all);
        }

        return all;
    }

    /// <summary>
    /// Reads <c>n-m&gt;</c>: numbers from n to m; bounds of one length ask for numbers of that length.
    /// </summary>
    private RegexExpression NumericInterval()
    {
        var text = new StringBuilder();
        while (More && _pattern[_next] != '>')
        {
            text.Append(new Rune(Read()).ToString());
        }

        Expect('>');
        string[] bounds = text.ToString().Split('-');
        if (bounds.Length != 2
            || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out int left)
            || !int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out int right))
        {
            throw new FormatException("An interval is written <n-m>.");
        }

        int digits = bounds[0].Length == bounds[1].Length ? bounds[0].Length : 0;
        return NumericRange.Expression(_make, Math.Min(left, right), Math.Max(left, right), digits);
    }

    private int Number()
    {
        int start = _next;
        int number = 0;
        while (More && _pattern[_next] is >= '0' and <= '9' && number <= 1_000)
        {
            number = (number * 10) + (_pattern[_next++] - '0');
        }

        return _next > start && number <= 1_000
            ? number
            : throw new FormatException("A repeat is a number up to 1000.");
    }

    private int Character()
    {
        Take('\\');
        return Read();
    }

    private void Expect(char wanted)
    {
        if (!Take(wanted))
        {
            throw new FormatException($"Expected '{wanted}'.");
        }
    }
}
