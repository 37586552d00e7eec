using System.Text;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Reads one word: its text, its wildcards, and the colon of a field.</summary>
internal sealed class WordReader(QueryInput input, QueryOptions options)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _pattern = new();
    private int _trailing;
    private bool _isWild;
    private bool _isUrl;
    private bool _isEscaped;

    /// <summary>Where the word ends, before its signs; behind the colon where it is a field.</summary>
    internal int End { get; private set; }

    /// <summary>The field whose name the word is, or null.</summary>
    internal string? Field { get; private set; }

    /// <summary>Whether the word holds a wildcard.</summary>
    internal bool IsWild => _isWild;

    /// <summary>Reads the word that begins at a place.</summary>
    /// <param name="start">First character, or the backslash before it.</param>
    /// <param name="mayBeField">Whether a colon may make a field of it.</param>
    internal void Read(int start, bool mayBeField)
    {
        _text.Clear();
        _pattern.Clear();
        _trailing = 0;
        _isWild = _isUrl = _isEscaped = false;
        Field = null;
        End = start;
        while (!input.IsWordEnd(End) && !AtSuffix(start))
        {
            char c = input.Text[End];
            if (c == ':' && mayBeField && !_isWild && !_isEscaped && FindField(start) is { } field)
            {
                Field = field;
                End++;
                return;
            }

            ReadCharacter(start, c);
        }

        TrimTrailing();
    }

    /// <summary>The leaf that the word is, in no field, or null where nothing is left of it.</summary>
    internal Query? ToLeaf(WordForm form)
    {
        if (!_isWild)
        {
            return _text.Length == 0 ? null : new TermQuery(null, QueryCharacters.Mended(_text.ToString()), form);
        }

        return WildcardPattern.ToQuery(null, QueryCharacters.Mended(_pattern.ToString()));
    }

    /// <summary>The option's spelling of a field's name, or null where there is no such field.</summary>
    internal string? FindField(ReadOnlySpan<char> name)
    {
        foreach (string field in options.Fields)
        {
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    private string? FindField(int start) => FindField(input.Text.AsSpan(start, End - start));

    private bool AtSuffix(int start)
    {
        char c = input.Text[End];
        if (c == '~')
        {
            return End > start && !_isUrl && Suffixes.IsTilde(input, End, out _);
        }

        return c == '^' && End > start && Suffixes.IsBoost(input, End, out _, out _, out _);
    }

    private void ReadCharacter(int start, char c)
    {
        int from = End++;
        switch (c)
        {
            case '\\':
                _isEscaped = true;
                if (input.TryReadEscape(from, out char meant, out int next))
                {
                    AppendText(meant);
                }

                End = next;
                return;
            case '*' or '?' when !_isUrl:
                AppendWildcard(c);
                return;
            case '!' when !_isUrl && IsRoot(start, from):
                AppendWildcard('*');
                return;
            case '^':
                input.Repairs.Add(RepairKind.BadBoost, from, End);
                break;
            case ':' when from > start && input.At(End) == '/' && input.At(End + 1) == '/':
                _isUrl = true;
                break;
        }

        int trailing = QueryCharacters.IsTrailing(c) ? _trailing + 1 : 0;
        AppendText(c);
        _trailing = trailing;
    }

    // One ! at the end of a word is a root, as in terror!; more of them, or one within, are text.
    private bool IsRoot(int start, int index) =>
        index > start && _text.Length > 0 && input.Text[index - 1] != '!' && input.IsClauseEnd(index + 1);

    private void AppendText(char c)
    {
        _trailing = 0;
        _text.Append(c);
        WildcardPattern.AppendLiteral(_pattern, c);
    }

    private void AppendWildcard(char c)
    {
        _trailing = 0;
        _isWild = true;
        _text.Append(c);
        WildcardPattern.AppendWildcard(_pattern, c);
    }

    // Commas between the words of a list are no part of them: with a wildcard or in a keyword they would never match.
    private void TrimTrailing()
    {
        _text.Length -= _trailing;
        _pattern.Length -= _trailing;
    }
}
