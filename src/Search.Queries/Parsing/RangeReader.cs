using System.Buffers;
using System.Text;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>
/// Reads ranges: <c>[a TO b]</c>, <c>{a TO b}</c>, and the short forms <c>&gt;=a</c> and <c>a..b</c>.
/// </summary>
internal sealed class RangeReader(QueryInput input)
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789-");
    private int _at;

    /// <summary>The first place behind the range.</summary>
    internal int End => _at;

    /// <summary>Reads the range whose bracket stands at a place; null where there is none.</summary>
    internal RangeQuery? Read(int start)
    {
        _at = input.SkipBlanks(start + 1);
        if (!TryReadBound(out string? lower) || !TryReadTo(out int to) || !TryReadBound(out string? upper))
        {
            return null;
        }

        _at = input.SkipBlanks(_at);
        char close = input.At(_at);
        if (close is not ']' and not '}')
        {
            return null;
        }

        _at++;
        if (!input.Text.AsSpan(to, 2).SequenceEqual("TO"))
        {
            input.Repairs.Add(RepairKind.LowerCaseTo, to, to + 2);
        }

        return Between(lower, upper, input.Text[start] == '[', close == ']');
    }

    /// <summary>A range; an open bound is always included, so that one meaning has one tree.</summary>
    internal static RangeQuery Between(string? lower, string? upper, bool includesLower, bool includesUpper) =>
        new(null, lower, upper, includesLower || lower is null, includesUpper || upper is null);

    /// <summary>Reads the short form of a range: <c>2019..2024</c>, <c>2019..</c>, <c>..2024</c>.</summary>
    internal static RangeQuery? FromDots(string word)
    {
        int dots = word.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || word.Length == 2 || !IsNumeric(word.AsSpan(0, dots)) || !IsNumeric(word.AsSpan(dots + 2)))
        {
            return null;
        }

        return Between(
            dots > 0 ? word[..dots] : null, dots + 2 < word.Length ? word[(dots + 2)..] : null, true, true);
    }

    /// <summary>Length of the comparison sign that a text begins with: 0, 1 or 2.</summary>
    internal static int ComparisonLength(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[0] is not ('<' or '>') ? 0 : text.Length > 1 && text[1] == '=' ? 2 : 1;

    /// <summary>The range that a comparison sign and a value make.</summary>
    internal static RangeQuery FromComparison(ReadOnlySpan<char> sign, string value) => sign[0] == '>'
        ? Between(value, null, sign.Length == 2, true)
        : Between(null, value, true, sign.Length == 2);

    private static bool IsNumeric(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(Numeric);

    private bool TryReadTo(out int start)
    {
        start = input.SkipBlanks(_at);
        bool isTo = start > _at && start + 2 < input.End
            && input.Text.AsSpan(start, 2).Equals("TO", StringComparison.OrdinalIgnoreCase)
            && QueryCharacters.IsBlank(input.Text[start + 2]);
        _at = isTo ? input.SkipBlanks(start + 2) : _at;
        return isTo;
    }

    private bool TryReadBound(out string? bound)
    {
        bound = null;
        if (_at < input.End && QueryCharacters.IsQuote(input.Text[_at]))
        {
            return TryReadQuoted(out bound);
        }

        int start = _at;
        var text = new StringBuilder();
        while (!input.IsWordEnd(_at))
        {
            ReadCharacter(text);
        }

        bound = _at - start == 1 && input.Text[start] == '*' ? null : QueryCharacters.Mended(text.ToString());
        return text.Length > 0;
    }

    private bool TryReadQuoted(out string? bound)
    {
        var text = new StringBuilder();
        _at++;
        while (_at < input.End && !QueryCharacters.IsQuote(input.Text[_at]))
        {
            ReadCharacter(text);
        }

        bound = QueryCharacters.Mended(text.ToString());
        return _at++ < input.End;
    }

    private void ReadCharacter(StringBuilder text)
    {
        char c = input.Text[_at];
        if (c != '\\')
        {
            text.Append(c);
            _at++;
            return;
        }

        if (input.TryReadEscape(_at, out char meant, out int next))
        {
            text.Append(meant);
        }

        _at = next;
    }
}
