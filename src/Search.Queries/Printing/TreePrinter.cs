using System.Globalization;
using System.Text;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Printing;

/// <summary>Prints one tree in normal form.</summary>
/// <param name="options">How the string will be read.</param>
/// <param name="isSparse">
/// Whether brackets are left out where precedence says the same: for a tree so deep that the brackets a reader likes
/// would be more than the parser takes.
/// </param>
internal sealed class TreePrinter(QueryOptions options, bool isSparse)
{
    private readonly StringBuilder _text = new();
    private readonly WordText _words = new(options);
    private readonly bool _isBlankOr = options.DefaultOccur == Occur.Should;
    private int _depth;

    /// <summary>The deepest nesting of brackets so far.</summary>
    internal int MaxDepth { get; private set; }

    /// <summary>What was printed so far.</summary>
    internal string Text => _text.ToString();

    /// <summary>Prints a tree without brackets around it.</summary>
    internal void Write(Query query)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                WriteBoolean(boolean);
                break;
            case NearQuery near:
                string word = near.IsOrdered ? " ONEAR/" : " NEAR/";
                WriteConnected(near, near.Operands, word + near.Distance.ToString(CultureInfo.InvariantCulture) + " ");
                break;
            case WithinQuery within:
                WriteConnected(within, within.Operands, within.Unit == TextUnit.Sentence ? " /s " : " /p ");
                break;
            case BoostQuery boost:
                WriteOperand(boost.Inner, IsCompound(boost.Inner));
                _text.Append('^').Append(NumberText.Of(boost.Boost));
                break;
            case ConstantScoreQuery constant:
                WriteOperand(constant.Inner, IsCompound(constant.Inner));
                _text.Append("^=").Append(NumberText.Of(constant.Score));
                break;
            case SynonymQuery synonym:
                Write(synonym.Written);
                break;
            default:
                WriteLeaf(query);
                break;
        }
    }

    private static bool IsCompound(Query query) =>
        query is BooleanQuery or NearQuery or WithinQuery or BoostQuery or ConstantScoreQuery
        || (query is SynonymQuery synonym && IsCompound(synonym.Written));

    private void WriteOperand(Query query, bool hasBrackets)
    {
        if (!hasBrackets)
        {
            Write(query);
            return;
        }

        MaxDepth = Math.Max(MaxDepth, ++_depth);
        _text.Append('(');
        Write(query);
        _text.Append(')');
        _depth--;
    }

    private bool NeedsBrackets(Query query) =>
        query is BooleanQuery || (query is NearQuery or WithinQuery && !isSparse)
        || (query is SynonymQuery synonym && NeedsBrackets(synonym.Written));

    private void WriteBoolean(BooleanQuery query)
    {
        QueryList<BooleanClause> clauses = query.Clauses;
        bool isAnyOf = clauses.All(c => c.Occur == Occur.Should);
        int first = IsNegative(clauses) ? 1 : 0;
        for (int i = first; i < clauses.Count; i++)
        {
            BooleanClause clause = clauses[i];
            _text.Append(i == first ? "" : isAnyOf ? " OR " : " ");

            if (isAnyOf && isSparse && clause.Query is BooleanQuery inner && IsConjunction(inner.Clauses))
            {
                WriteConjunction(inner.Clauses);
                continue;
            }

            string sign = clause.Occur == Occur.MustNot ? "-" : clause.Occur == Occur.Must && _isBlankOr ? "+" : "";
            _text.Append(sign);
            WriteOperand(clause.Query, NeedsBrackets(clause.Query));
        }
    }

    // Everything but what is excluded is written by the exclusions alone.
    private static bool IsNegative(QueryList<BooleanClause> clauses) =>
        clauses.Count > 1 && clauses[0] is { Occur: Occur.Must, Query: MatchAllQuery }
        && clauses.Skip(1).All(c => c.Occur == Occur.MustNot);

    private static bool IsConjunction(QueryList<BooleanClause> clauses) => clauses.All(c => c.Occur != Occur.Should);

    private void WriteConjunction(QueryList<BooleanClause> clauses)
    {
        int first = IsNegative(clauses) ? 1 : 0;
        for (int i = first; i < clauses.Count; i++)
        {
            _text.Append(i == first ? "" : " AND ");
            _text.Append(clauses[i].Occur == Occur.MustNot ? "NOT " : "");
            WriteOperand(clauses[i].Query, NeedsBrackets(clauses[i].Query));
        }
    }

    private void WriteConnected(Query query, QueryList<Query> operands, string connector)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            _text.Append(i > 0 ? connector : "");
            Query operand = operands[i];
            bool isConnected = Level(operand) >= 0 && !(isSparse && Binds(query, operand, i));
            WriteOperand(operand, operand is BooleanQuery || isConnected);
        }
    }

    private static int Level(Query query) => query switch
    {
        NearQuery => 0,
        WithinQuery within => within.Unit == TextUnit.Sentence ? 1 : 2,
        _ => -1,
    };

    // Whether an operand that is itself connected is read as one without brackets.
    private static bool Binds(Query query, Query operand, int index) =>
        Level(operand) < Level(query)
        || (index == 0 && query is NearQuery outer && operand is NearQuery inner
            && (outer.Distance, outer.IsOrdered) != (inner.Distance, inner.IsOrdered));

    private void WriteLeaf(Query query)
    {
        switch (query)
        {
            case MatchAllQuery:
                _text.Append('*');
                break;
            case TermQuery q:
                WriteTerm(q);
                break;
            case PrefixQuery q:
                WriteField(q.Field);
                _words.AppendWord(_text, q.Prefix, q.Field is not null, isFollowed: true);
                _text.Append('*');
                break;
            case WildcardQuery q:
                WriteField(q.Field);
                _words.AppendPattern(_text, q.Pattern);
                break;
            case RegexQuery q:
                WriteField(q.Field);
                _text.Append('/').Append(q.Pattern).Append('/');
                break;
            case FuzzyQuery q:
                WriteField(q.Field);
                _words.AppendWord(_text, q.Text, q.Field is not null, isFollowed: true);
                _text.Append('~').Append(q.MaxEdits.ToString(CultureInfo.InvariantCulture));
                break;
            case RangeQuery q:
                WriteRange(q);
                break;
            case PhraseQuery q:
                WritePhrase(q);
                break;
        }
    }

    private void WriteField(string? field)
    {
        if (field is not null)
        {
            _text.Append(field).Append(':');
        }
    }

    private void WriteForm(WordForm form) =>
        _text.Append(form switch { WordForm.Exact => "=", WordForm.Stemmed => "~", _ => "" });

    private void WriteTerm(TermQuery q)
    {
        WriteField(q.Field);
        bool isWhole = q.Field is not null && q.Form == WordForm.Exact && options.KeywordFields.Contains(q.Field);
        if (isWhole && q.Text.Any(c => !QueryCharacters.IsBlank(c) && !QueryCharacters.IsHyphen(c)))
        {
            WordText.AppendQuoted(_text, q.Text);
            return;
        }

        WriteForm(q.Form);
        _words.AppendWord(_text, q.Text, q.Field is not null, isFollowed: false);
    }

    private void WriteRange(RangeQuery q)
    {
        WriteField(q.Field);
        if (q is { Field: not null, Lower: null, Upper: null })
        {
            _text.Append('*');
            return;
        }

        _text.Append(q.IncludesLower ? '[' : '{');
        WriteBound(q.Lower);
        _text.Append(" TO ");
        WriteBound(q.Upper);
        _text.Append(q.IncludesUpper ? ']' : '}');
    }

    private void WriteBound(string? bound)
    {
        if (bound is null)
        {
            _text.Append('*');
        }
        else if (bound.Length == 0 || bound is "*" or "TO" || bound.Any(c => QueryCharacters.EndsWord(c) || c == '\\'))
        {
            WordText.AppendQuoted(_text, bound);
        }
        else
        {
            _text.Append(bound);
        }
    }

    private void WritePhrase(PhraseQuery q)
    {
        WriteField(q.Field);
        WriteForm(q.Form);
        _text.Append('"');
        for (int i = 0; i < q.Parts.Count; i++)
        {
            _text.Append(i > 0 ? " " : "");
            WritePart(q.Parts[i]);
        }

        _text.Append('"');
        if (q.Slop > 0)
        {
            _text.Append('~').Append(q.Slop.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void WritePart(PhrasePart part)
    {
        switch (part)
        {
            case PhraseWord word:
                WriteForm(word.Form);
                WordText.AppendPhraseWord(_text, word.Text);
                break;
            case PhraseWildcard wildcard:
                WordText.AppendPhrasePattern(_text, wildcard.Pattern);
                break;
            default:
                _text.Append('*');
                break;
        }
    }
}
