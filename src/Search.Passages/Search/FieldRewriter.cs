using System.Globalization;
using System.Text;
using Search.Passages.Schemas;
using Search.Queries.Dates;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Passages.Search;

/// <summary>
/// Turns what a query says of fields into what the index holds: values of keyword fields folded and whole, dates,
/// years and numbers as ranges. A value that a field cannot have matches nothing, and <see cref="Repairs"/> says so.
/// For one query.
/// </summary>
/// <param name="input">The query as written, to find the place of a repair.</param>
internal sealed class FieldRewriter(string input)
{
    private readonly List<QueryRepair> _repairs = [];

    /// <summary>What could not be taken as written, in the order of the tree.</summary>
    public IReadOnlyList<QueryRepair> Repairs => _repairs;

    /// <summary>Whether a clause asks for kinds of units; one that leaves kinds out asks for none.</summary>
    public bool NamesKind { get; private set; }

    /// <summary>The tree that the index is asked.</summary>
    public Query Rewrite(Query query) => query switch
    {
        BooleanQuery all => new BooleanQuery(
            [.. all.Clauses.Select(Rewrite)]),
        SynonymQuery synonym => synonym with { Written = Rewrite(synonym.Written) },
        BoostQuery boost => boost with { Inner = Rewrite(boost.Inner) },
        ConstantScoreQuery constant => constant with { Inner = Rewrite(constant.Inner) },
        NearQuery near => near with { Operands = [.. near.Operands.Select(Rewrite)] },
        WithinQuery within => within with { Operands = [.. within.Operands.Select(Rewrite)] },
        _ => Leaf(query),
    };

    private BooleanClause Rewrite(BooleanClause clause)
    {
        bool namedKind = NamesKind;
        BooleanClause rewritten = clause with { Query = Rewrite(clause.Query) };
        NamesKind = clause.Occur == Occur.MustNot ? namedKind : NamesKind;
        return rewritten;
    }

    private Query Leaf(Query query) => query switch
    {
        TermQuery { Field: { } field } term when !PassageFields.IsText(field) => Value(Canonical(field), term.Text),
        PhraseQuery { Field: { } field } phrase when !PassageFields.IsText(field) => Phrase(Canonical(field), phrase),
        RangeQuery { Field: { } field } range when !PassageFields.IsText(field) => Range(Canonical(field), range),
        PrefixQuery { Field: { } field } prefix when !PassageFields.IsText(field) => Pattern(
            Canonical(field), prefix.Prefix + "*", (name, folded) => new PrefixQuery(name, folded[..^1])),
        WildcardQuery { Field: { } field } wildcard when !PassageFields.IsText(field) => Pattern(
            Canonical(field), wildcard.Pattern, (name, folded) => new WildcardQuery(name, folded)),
        FuzzyQuery { Field: { } field } fuzzy when !PassageFields.IsText(field) => Pattern(
            Canonical(field), fuzzy.Text, (name, folded) => fuzzy with { Field = name, Text = folded }),
        RegexQuery { Field: { } field } regex when !PassageFields.IsText(field) => Pattern(
            Canonical(field), regex.Pattern, (name, _) => regex with { Field = name }),
        _ => query,
    };

    private string Canonical(string field)
    {
        string name = field.ToLowerInvariant();
        NamesKind |= name == PassageFields.Kind;
        return name;
    }

    private Query Value(string field, string value)
    {
        if (!IsInterval(field))
        {
            return new TermQuery(field, FieldFolding.Fold(field, value), WordForm.Exact);
        }

        int dots = value.IndexOf("..", StringComparison.Ordinal);
        string? lower = dots < 0 ? value : Bound(value[..dots]);
        string? upper = dots < 0 ? value : Bound(value[(dots + 2)..]);
        return dots >= 0 && lower is null && upper is null
            ? Unreadable(field, value)
            : Range(field, new RangeQuery(field, lower, upper, IncludesLower: true, IncludesUpper: true));
    }

    private static string? Bound(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Query Phrase(string field, PhraseQuery phrase)
    {
        bool hasPattern = phrase.Parts.Any(part => part is not PhraseWord);
        string value = string.Join(' ', phrase.Parts.Select(part => part switch
        {
            PhraseWord word => hasPattern && !IsInterval(field) ? Escape(word.Text) : word.Text,
            PhraseWildcard wildcard => wildcard.Pattern,
            _ => "*",
        }));
        return hasPattern
            ? Pattern(field, value, (name, folded) => new WildcardQuery(name, folded))
            : Value(field, value);
    }

    private Query Range(string field, RangeQuery range)
    {
        if (!IsInterval(field))
        {
            string? lower = range.Lower is null ? null : FieldFolding.Fold(field, range.Lower);
            string? upper = range.Upper is null ? null : FieldFolding.Fold(field, range.Upper);
            return new RangeQuery(field, lower, upper, range.IncludesLower, range.IncludesUpper);
        }

        if (!IsBound(field, range.Lower) || !IsBound(field, range.Upper))
        {
            // A bound of null is good, so the one that is not is no null.
            return Unreadable(field, IsBound(field, range.Lower) ? range.Upper! : range.Lower!);
        }

        string name = field == PassageFields.Year ? PassageFields.Date : field;
        return new RangeQuery(name, range.Lower, range.Upper, range.IncludesLower, range.IncludesUpper);
    }

    private Query Pattern(string field, string pattern, Func<string, string, Query> make)
    {
        bool isAny = pattern == "*";
        if (field is PassageFields.Date or PassageFields.Number or PassageFields.Page)
        {
            return isAny
                ? new RangeQuery(field, null, null, IncludesLower: true, IncludesUpper: true)
                : Unreadable(field, pattern);
        }

        // A year is a keyword as well as a range of days: "year:201*" asks the keyword.
        return make(field, FieldFolding.Fold(field, pattern));
    }

    private MatchNoneQuery Unreadable(string field, string value)
    {
        string allowed = field switch
        {
            PassageFields.Date => "a date such as 2019, 2019-07 or 2019-07-31",
            PassageFields.Year => "a year such as 2019",
            _ => "a whole number",
        };
        int position = Math.Max(0, input.IndexOf(field + ":", StringComparison.OrdinalIgnoreCase));
        int valueAt = input.IndexOf(value, position, StringComparison.Ordinal);
        _repairs.Add(new QueryRepair(
            "bad-value",
            valueAt < 0 ? position : valueAt,
            valueAt < 0 ? field.Length : value.Length,
            $"{field} takes {allowed}, not “{value}”: the clause matches nothing."));
        return new MatchNoneQuery();
    }

    private static string Escape(string word)
    {
        var escaped = new StringBuilder(word.Length);
        foreach (char c in word)
        {
            _ = (c is '*' or '?' or '\\' ? escaped.Append('\\') : escaped).Append(c);
        }

        return escaped.ToString();
    }

    private static bool IsBound(string field, string? bound) => bound is null || field switch
    {
        PassageFields.Year => bound.Length == 4 && PartialDate.TryParse(bound, out _),
        PassageFields.Date => PartialDate.TryParse(bound, out _),
        _ => long.TryParse(bound, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };

    private static bool IsInterval(string field) =>
        field is PassageFields.Date or PassageFields.Year or PassageFields.Number or PassageFields.Page;
}
