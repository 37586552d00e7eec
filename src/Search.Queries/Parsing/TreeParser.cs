using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Reads tokens into a tree by recursive descent, one level a group.</summary>
internal sealed class TreeParser
{
    // A group, with its boost and its alternatives, adds a few levels to the tree: beyond, stacks are at risk.
    private const int MaxDepth = 200;

    private readonly QueryInput _input;
    private readonly QueryOptions _options;
    private readonly QueryLexer _lexer;
    private readonly LeafReader _leaves;
    private readonly int _maxDepth;
    private QueryToken _token;
    private int _clauses;
    private int _ignoredBrackets;
    private bool _isTooDeep;

    internal TreeParser(QueryInput input, QueryOptions options)
    {
        _input = input;
        _options = options;
        _lexer = new QueryLexer(input, options);
        _leaves = new LeafReader(input, options);
        _maxDepth = Math.Clamp(options.MaxDepth, 0, MaxDepth);
        _token = _lexer.Next();
    }

    /// <summary>Reads the whole input.</summary>
    internal Query Parse()
    {
        var items = new List<ClauseItem>();
        var scope = new Scope(null, WordForm.Default, 0);
        ParseClauses(items, scope);
        while (_token.Kind == TokenKind.Close)
        {
            if (_ignoredBrackets == 0)
            {
                _input.Repairs.Add(RepairKind.UnopenedBracket, _token.Start, _token.End);
            }

            ParseBeyondClose(items, scope);
        }

        return ClauseJoiner.Join(items, _options.DefaultOccur) ?? new MatchNoneQuery();
    }

    private void ParseBeyondClose(List<ClauseItem> items, Scope scope)
    {
        _ignoredBrackets = Math.Max(_ignoredBrackets - 1, 0);
        Advance();
        ParseClauses(items, scope);
    }

    private void Advance() => _token = _lexer.Next();

    /// <summary>Reads clauses up to a closing bracket or the end.</summary>
    private void ParseClauses(List<ClauseItem> items, Scope scope)
    {
        while (true)
        {
            Joint joint = ParseJoint(items.Count == 0);
            Occur occur = ParseSigns();
            if (!_token.BeginsClause)
            {
                if (_token.Kind is TokenKind.Close or TokenKind.End)
                {
                    return;
                }

                PassOverConnector();
                continue;
            }

            ParseConnected(items, items.Count == 0 ? Joint.None : joint, occur, scope);
        }
    }

    private void PassOverConnector()
    {
        if (_token.Kind == TokenKind.Connector)
        {
            _input.Repairs.Add(RepairKind.LoneConnector, _token.Start, _token.End);
            Advance();
        }
    }

    private Joint ParseJoint(bool isFirst)
    {
        var joint = Joint.None;
        while (_token.Kind is TokenKind.And or TokenKind.Or)
        {
            QueryToken found = _token;
            Advance();
            bool isLone = isFirst || _token.Kind is TokenKind.Close or TokenKind.End;
            if (isLone || joint != Joint.None)
            {
                RepairKind kind = isLone ? RepairKind.LoneOperator : RepairKind.RepeatedOperator;
                _input.Repairs.Add(kind, found.Start, found.End);
                continue;
            }

            joint = found.Kind == TokenKind.And ? Joint.And : Joint.Or;
        }

        return joint;
    }

    private Occur ParseSigns()
    {
        var occur = Occur.Should;
        bool isSecond = false;
        while (_token.Kind is TokenKind.Plus or TokenKind.Not)
        {
            QueryToken found = _token;
            Advance();
            if (!_token.BeginsClause && _token.Kind is not (TokenKind.Plus or TokenKind.Not))
            {
                _input.Repairs.Add(RepairKind.LoneOperator, found.Start, found.End);
            }
            else if (isSecond)
            {
                _input.Repairs.Add(RepairKind.RepeatedSign, found.Start, found.End);
            }

            bool isNot = found.Kind == TokenKind.Not || occur == Occur.MustNot;
            occur = isNot ? Occur.MustNot : Occur.Must;
            isSecond = true;
        }

        return occur;
    }

    /// <summary>Reads operands with the connectors between them, which bind tighter than signs.</summary>
    private void ParseConnected(List<ClauseItem> items, Joint joint, Occur occur, Scope scope)
    {
        int start = _token.Start;
        if (ParseClause(scope) is not { } first)
        {
            return;
        }

        var chain = new ConnectorChain(first);
        QueryToken connector = default;
        while (_token.Kind == TokenKind.Connector)
        {
            QueryToken found = _token;
            Advance();
            if (!_token.BeginsClause || ParseClause(scope) is not { } operand)
            {
                _input.Repairs.Add(RepairKind.LoneConnector, found.Start, found.End);
                continue;
            }

            connector = chain.IsEmpty ? found : connector;
            chain.Add(found.Connector!, operand);
        }

        if (chain.IsTooDeep)
        {
            _input.Repairs.Add(RepairKind.TooDeep, start, _token.Start);
        }

        if (chain.IsEmpty || chain.IsPositional())
        {
            items.Add(new ClauseItem(joint, occur, chain.ToQuery()));
            return;
        }

        _input.Repairs.Add(RepairKind.BadOperand, connector.Start, connector.End);
        items.Add(new ClauseItem(joint, occur, first));
        items.AddRange(chain.Operands.Skip(1).Select(o => new ClauseItem(Joint.And, Occur.Should, o)));
    }

    // A loop, since fields and brackets that are passed over may follow each other without end.
    private Query? ParseClause(Scope scope)
    {
        while (_token.BeginsClause)
        {
            QueryToken token = _token;
            switch (token.Kind)
            {
                case TokenKind.Field:
                    Advance();
                    if (!_token.BeginsClause || _token.Kind == TokenKind.Field)
                    {
                        return FieldAsText(token, scope);
                    }

                    scope = scope with { Field = token.Field };
                    break;
                case TokenKind.Open when scope.Depth < _maxDepth:
                    return ParseGroup(scope with { Form = token.Form == WordForm.Default ? scope.Form : token.Form });
                case TokenKind.Open:
                    PassOver(token);
                    break;
                default:
                    return ParseLeafClause(token, scope);
            }
        }

        return null;
    }

    private Query FieldAsText(QueryToken name, Scope scope)
    {
        _input.Repairs.Add(RepairKind.FieldWithoutValue, name.Start, name.End);
        _clauses++;
        return scope.Apply(new TermQuery(null, name.Field + ":"));
    }

    // The bracket is passed over, and its clauses become those of the group around it.
    private void PassOver(QueryToken open)
    {
        if (!_isTooDeep)
        {
            _isTooDeep = true;
            _input.Repairs.Add(RepairKind.TooDeep, open.Start, open.End);
        }

        _ignoredBrackets++;
        Advance();
    }

    private Query? ParseLeafClause(QueryToken token, Scope scope)
    {
        if (++_clauses > _options.MaxClauses)
        {
            _input.Repairs.Add(RepairKind.TooManyClauses, token.Start, _input.End);
            _token = new QueryToken(TokenKind.End, _input.End, _input.End);
            return null;
        }

        Advance();
        Query leaf = _leaves.Read(token, _token, scope, out bool takesNext);
        if (takesNext)
        {
            Advance();
        }

        return token.Suffixes.ApplyBoost(leaf);
    }

    private Query? ParseGroup(Scope scope)
    {
        QueryToken open = _token;
        Advance();
        var items = new List<ClauseItem>();
        Scope inner = scope with { Depth = scope.Depth + 1 };
        ParseClauses(items, inner);
        while (_token.Kind == TokenKind.Close && _ignoredBrackets > 0)
        {
            ParseBeyondClose(items, inner);
        }

        QueryToken close = _token;
        CloseGroup(open);
        Query? query = ClauseJoiner.Join(items, _options.DefaultOccur);
        if (query is null)
        {
            if (_clauses <= _options.MaxClauses)
            {
                _input.Repairs.Add(RepairKind.EmptyGroup, open.Start, close.End);
            }

            return null;
        }

        if (close.Kind != TokenKind.Close)
        {
            return query;
        }

        if (close.Suffixes.TildeStart >= 0)
        {
            _input.Repairs.Add(RepairKind.MisplacedTilde, close.Suffixes.TildeStart, close.Suffixes.TildeEnd);
        }

        return close.Suffixes.ApplyBoost(query);
    }

    private void CloseGroup(QueryToken open)
    {
        if (_token.Kind == TokenKind.Close)
        {
            Advance();
        }
        else if (_clauses <= _options.MaxClauses)
        {
            _input.Repairs.Add(RepairKind.UnclosedBracket, open.Start, open.End);
        }
    }
}
