using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Printing;

/// <summary>
/// Brings a tree into the form that its printed string parses to. A tree that came from parsing is in that form; one
/// made by hand may say the same in other ways (a group of one clause, a pattern without a wildcard, clauses that must
/// and clauses that may beside each other where a blank means AND). What matches and how it scores stays the same,
/// but for what no string can say: the prefix length of a fuzzy word is left out, and a question mark that no letter
/// follows in a phrase is one.
/// </summary>
internal sealed class NormalForm(QueryOptions options)
{
    private static readonly MatchNoneQuery Nothing = new();

    /// <summary>The normal form of a tree.</summary>
    internal Query Of(Query query) => query switch
    {
        TermQuery q => q.Text.Length == 0 ? Nothing : q with { Text = QueryCharacters.Mended(q.Text) },
        PrefixQuery q => q.Prefix.Length > 0
            ? q with { Prefix = QueryCharacters.Mended(q.Prefix) }
            : WildcardPattern.ToQuery(q.Field, "*"),
        WildcardQuery q => OfWildcard(q),
        RegexQuery q => q.Pattern.Length == 0 ? Nothing
            : RegexText.Printable(q.Pattern) is var pattern && RegexSyntax.IsValid(pattern)
                ? q with { Pattern = pattern } : new TermQuery(q.Field, $"/{pattern}/"),
        FuzzyQuery q => q.Text.Length == 0 ? Nothing : OfFuzzy(q),
        RangeQuery q => q with
        {
            IncludesLower = q.IncludesLower || q.Lower is null,
            IncludesUpper = q.IncludesUpper || q.Upper is null,
        },
        PhraseQuery q => OfPhrase(q),
        BoostQuery q => Of(q.Inner) is var inner && inner is MatchNoneQuery
            ? inner : new BoostQuery(inner, Factor(q.Boost)),
        ConstantScoreQuery q => Of(q.Inner) is var inner && inner is MatchNoneQuery
            ? inner : new ConstantScoreQuery(inner, Factor(q.Score)),
        NearQuery q => OfConnected(
            q.Operands, o => new NearQuery(o, Math.Clamp(q.Distance, 1, Connector.MaxDistance), q.IsOrdered)),
        WithinQuery q => OfConnected(q.Operands, o => new WithinQuery(o, q.Unit)),
        BooleanQuery q => OfBoolean(q),
        SynonymQuery q => Of(q.Written) is var written && written is MatchNoneQuery
            ? written : q with { Written = written },
        _ => query,
    };

    private static float Factor(float factor) =>
        float.IsNaN(factor) ? 0 : Math.Clamp(MathF.Abs(factor), 0, float.MaxValue);

    private static FuzzyQuery OfFuzzy(FuzzyQuery q) =>
        new(q.Field, QueryCharacters.Mended(q.Text), Math.Clamp(q.MaxEdits, 0, 2));

    private static Query OfWildcard(WildcardQuery q)
    {
        string pattern = QueryCharacters.Mended(WildcardPattern.Canonical(q.Pattern));
        if (pattern.Length == 0)
        {
            return Nothing;
        }

        return WildcardPattern.IndexOfWildcard(pattern, 0) >= 0
            ? WildcardPattern.ToQuery(q.Field, pattern)
            : new TermQuery(q.Field, WildcardPattern.Unescaped(pattern), WordForm.Exact);
    }

    private Query OfPhrase(PhraseQuery q)
    {
        List<PhrasePart> parts = [.. q.Parts.Select(OfPart).OfType<PhrasePart>()];
        int first = parts.FindIndex(p => p is not PhraseGap);
        if (first < 0)
        {
            return Nothing;
        }

        int last = parts.FindLastIndex(p => p is not PhraseGap);
        PhrasePart[] kept = [.. parts[first..(last + 1)]];
        bool isWhole = q.Field is not null && options.KeywordFields.Contains(q.Field);
        if (isWhole && Array.TrueForAll(kept, p => p is PhraseWord))
        {
            string value = string.Join(' ', kept.Cast<PhraseWord>().Select(w => w.Text));
            return new TermQuery(q.Field, value, WordForm.Exact);
        }

        return q with { Parts = [.. kept], Slop = Math.Clamp(q.Slop, 0, Connector.MaxDistance) };
    }

    private static PhrasePart? OfPart(PhrasePart part)
    {
        if (part is PhraseWord word)
        {
            return word.Text.Length == 0 ? null : word with { Text = QueryCharacters.Mended(word.Text) };
        }

        if (part is not PhraseWildcard wildcard)
        {
            return part;
        }

        string pattern = QueryCharacters.Mended(WildcardPattern.OfPhrase(wildcard.Pattern));
        return pattern switch
        {
            "" => null,
            "*" => new PhraseGap(),
            _ when WildcardPattern.IndexOfWildcard(pattern, 0) >= 0 => new PhraseWildcard(pattern),
            _ => new PhraseWord(WildcardPattern.Unescaped(pattern), WordForm.Exact),
        };
    }

    private Query OfConnected(QueryList<Query> operands, Func<QueryList<Query>, Query> make)
    {
        Query[] kept = [.. operands.Select(Of)];
        if (kept.Length == 0 || Array.Exists(kept, o => o is MatchNoneQuery))
        {
            return Nothing;
        }

        if (kept.Length == 1)
        {
            return kept[0];
        }

        string? field = null;
        bool hasField = false;
        return Array.TrueForAll(kept, o => Positions.AreOf(o, ref field, ref hasField))
            ? make([.. kept])
            : new BooleanQuery([.. kept.Select(o => new BooleanClause(Occur.Must, o))]);
    }

    private Query OfBoolean(BooleanQuery query)
    {
        var clauses = new List<BooleanClause>();
        foreach (BooleanClause clause in query.Clauses)
        {
            Query inner = Of(clause.Query);
            if (inner is not MatchNoneQuery)
            {
                clauses.Add(clause with { Query = inner });
            }
            else if (clause.Occur == Occur.Must)
            {
                return Nothing;
            }
        }

        bool hasMust = clauses.Exists(c => c.Occur == Occur.Must);
        bool hasShould = clauses.Exists(c => c.Occur == Occur.Should);
        bool isNothing = !hasMust && !hasShould && query.Clauses.Any(c => c.Occur == Occur.Should);
        if (clauses.Count == 0 || isNothing)
        {
            return Nothing;
        }

        if (!hasMust && !hasShould)
        {
            clauses.Insert(0, new BooleanClause(Occur.Must, new MatchAllQuery()));
        }

        bool isMixed = hasShould && clauses.Exists(c => c.Occur != Occur.Should);
        if (isMixed && options.DefaultOccur != Occur.Should)
        {
            Gather(clauses, hasMust);
        }

        return clauses.Count == 1 ? clauses[0].Query : new BooleanQuery([.. clauses]);
    }

    // Where a blank means AND, what may match is written as one clause that must: a (b OR c), and, where something else
    // must match, with an alternative that always does and adds nothing: a (b OR c OR *^=0).
    private static void Gather(List<BooleanClause> clauses, bool hasMust)
    {
        List<BooleanClause> optional = clauses.FindAll(c => c.Occur == Occur.Should);
        int at = clauses.FindIndex(c => c.Occur == Occur.Should);
        if (hasMust)
        {
            optional.Add(new BooleanClause(Occur.Should, new ConstantScoreQuery(new MatchAllQuery(), 0)));
        }

        Query gathered = optional.Count == 1 ? optional[0].Query : new BooleanQuery([.. optional]);
        clauses.RemoveAll(c => c.Occur == Occur.Should);
        clauses.Insert(at, new BooleanClause(Occur.Must, gathered));
    }
}
