using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Cuts the input into tokens, one at a time; each place of the input is looked at a few times.</summary>
internal sealed class QueryLexer
{
    private readonly QueryInput _input;
    private readonly WordReader _word;
    private readonly PhraseReader _phrase;
    private readonly RangeReader _range;
    private readonly RegexReader _regex;
    private int _at;
    private int _valueAt = -1;

    internal QueryLexer(QueryInput input, QueryOptions options)
    {
        _input = input;
        _word = new WordReader(input, options);
        _phrase = new PhraseReader(input);
        _range = new RangeReader(input);
        _regex = new RegexReader(input);
    }

    /// <summary>Reads the next token.</summary>
    internal QueryToken Next()
    {
        while (true)
        {
            _at = _input.SkipBlanks(_at);
            if (_at >= _input.End)
            {
                return new QueryToken(TokenKind.End, _input.End, _input.End);
            }

            if (Read(_input.Text[_at]) is { } token)
            {
                _at = token.End;
                _valueAt = token.Kind == TokenKind.Field ? token.End : -1;
                return token;
            }
        }
    }

    private QueryToken? Read(char c)
    {
        switch (c)
        {
            case '(':
                return new QueryToken(TokenKind.Open, _at, _at + 1);
            case ')':
                return Suffixed(new QueryToken(TokenKind.Close, _at, _at + 1));
            case '[' or '{' or ']' or '}':
                return ReadRange(c);
            case '+' or '-' or '!' when _at != _valueAt:
                return ReadSign(c);
            case '=' or '~' when !_input.IsWordEnd(_at + 1):
            case '=' or '~' when _input.At(_at + 1) == '(' || QueryCharacters.IsQuote(_input.At(_at + 1)):
                return ReadForm(c == '=' ? WordForm.Exact : WordForm.Stemmed);
            case '~':
                return Skip(RepairKind.LoneOperator, _at + 1);
            case '/':
                return ReadSlash();
            default:
                return QueryCharacters.IsQuote(c) ? ReadPhrase(_at, WordForm.Default) : ReadWord(_at, WordForm.Default);
        }
    }

    private QueryToken? Skip(RepairKind kind, int end)
    {
        _input.Repairs.Add(kind, _at, end);
        _at = end;
        return null;
    }

    private QueryToken Suffixed(QueryToken token)
    {
        var suffixes = Suffixes.Read(_input, token.End);
        return token with { Suffixes = suffixes, End = suffixes.End };
    }

    private QueryToken? ReadSign(char c)
    {
        int next = _at + 1;
        bool isLone = next >= _input.End || QueryCharacters.IsBlank(_input.Text[next]) || _input.Text[next] == ')';
        return isLone ? Skip(RepairKind.LoneOperator, _at + 1)
            : new QueryToken(c == '+' ? TokenKind.Plus : TokenKind.Not, _at, _at + 1);
    }

    private QueryToken? ReadRange(char c)
    {
        if (c is ']' or '}')
        {
            return Skip(RepairKind.StrayBracket, _at + 1);
        }

        return _range.Read(_at) is { } range
            ? Leaf(range, _at, _range.End)
            : Skip(RepairKind.BadRange, _at + 1);
    }

    private QueryToken? ReadForm(WordForm form)
    {
        char next = _input.At(_at + 1);
        if (next == '(')
        {
            return new QueryToken(TokenKind.Open, _at, _at + 2) { Form = form };
        }

        return QueryCharacters.IsQuote(next) ? ReadPhrase(_at + 1, form) : ReadWord(_at + 1, form);
    }

    private QueryToken? ReadSlash()
    {
        int end = _at + 1;
        while (!_input.IsWordEnd(end) && _input.Text[end] != '/')
        {
            end++;
        }

        if (_at != _valueAt && _input.IsWordEnd(end)
            && Connector.TryRead(_input.Text.AsSpan(_at, end - _at), out Connector connector))
        {
            return ConnectorToken(connector, end);
        }

        if (!_regex.TryFindEnd(_at, out int close))
        {
            return ReadWord(_at, WordForm.Default);
        }

        string pattern = _input.Text[(_at + 1)..close];
        if (RegexSyntax.IsValid(pattern))
        {
            return Leaf(new RegexQuery(null, pattern), _at, close + 1);
        }

        _input.Repairs.Add(RepairKind.BadRegex, _at, close + 1);
        return Leaf(new TermQuery(null, $"/{pattern}/"), _at, close + 1);
    }

    private QueryToken ConnectorToken(Connector connector, int end)
    {
        if (connector.IsClamped)
        {
            _input.Repairs.Add(RepairKind.DistanceOutOfRange, _at, end);
        }

        return new QueryToken(TokenKind.Connector, _at, end) { Connector = connector with { IsClamped = false } };
    }

    private QueryToken? ReadPhrase(int start, WordForm form)
    {
        int tokenStart = _at;
        PhraseQuery? phrase = _phrase.Read(start, form);
        if (phrase is null)
        {
            _at = _phrase.End;
            return null;
        }

        return Leaf(phrase, tokenStart, _phrase.End) with { WholeText = _phrase.WholeText };
    }

    private QueryToken? ReadWord(int start, WordForm form)
    {
        bool isBare = _at == start && _at != _valueAt;
        if (isBare && _input.Text.AsSpan(start).StartsWith("*:*") && _input.IsClauseEnd(start + 3))
        {
            return Leaf(new MatchAllQuery(), start, start + 3);
        }

        _word.Read(start, isBare);
        if (_word.Field is { } field)
        {
            return new QueryToken(TokenKind.Field, start, _word.End) { Field = field };
        }

        ReadOnlySpan<char> raw = _input.Text.AsSpan(start, _word.End - start);
        if (isBare && ReadOperator(raw) is { } token)
        {
            return token;
        }

        if (_word.ToLeaf(form) is not { } leaf)
        {
            _at = Math.Max(_word.End, _at + 1);
            return null;
        }

        return Leaf(leaf, _at, _word.End) with { IsPlainWord = form == WordForm.Default && !_word.IsWild };
    }

    private QueryToken? ReadOperator(ReadOnlySpan<char> word)
    {
        int end = _at + word.Length;
        TokenKind kind = word switch
        {
            "AND" or "&&" => TokenKind.And,
            "OR" or "||" => TokenKind.Or,
            "NOT" => TokenKind.Not,
            _ => TokenKind.Leaf,
        };
        if (kind != TokenKind.Leaf)
        {
            return new QueryToken(kind, _at, end);
        }

        if (Connector.TryRead(word, out Connector connector))
        {
            return ConnectorToken(connector, end);
        }

        // As in Lucene, blanks may stand between a field and its colon.
        int colon = _input.SkipBlanks(end);
        return colon > end && _input.At(colon) == ':' && _word.FindField(word) is { } field
            ? new QueryToken(TokenKind.Field, _at, colon + 1) { Field = field }
            : null;
    }

    private QueryToken Leaf(Query leaf, int start, int end)
    {
        QueryToken token = Suffixed(new QueryToken(TokenKind.Leaf, start, end));
        return token with { Leaf = token.Suffixes.ApplyTilde(_input, leaf) };
    }
}
