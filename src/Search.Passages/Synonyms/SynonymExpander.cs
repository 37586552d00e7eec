using Search.Passages.Schemas;
using Search.Queries.Trees;

namespace Search.Passages.Synonyms;

/// <summary>
/// Puts other spellings and synonyms beside the bare words of a query: not inside quotes, not where a form is asked
/// for. Words that follow each other and must all occur, or may in a search for any, are looked up together too. For
/// one query.
/// </summary>
/// <param name="words">What else says a word.</param>
/// <param name="isOr">Whether a blank stands for OR, so that neighbours that may occur were written as such.</param>
internal sealed class SynonymExpander(SynonymWords words, bool isOr)
{
    private readonly List<SynonymFinding> _found = [];

    /// <summary>What was found, in the order of the query; a clause that is repeated counts once.</summary>
    public IReadOnlyList<SynonymFinding> Found => _found;

    /// <summary>The tree with the synonyms in it.</summary>
    public Query Expand(Query query) => query switch
    {
        TermQuery term when IsBare(term) => Join(term.Field, term, [SynonymTerm.Read(term.Text)]),
        BooleanQuery boolean => Expand(boolean),
        BoostQuery boost => boost with { Inner = Expand(boost.Inner) },
        ConstantScoreQuery constant => constant with { Inner = Expand(constant.Inner) },
        NearQuery near => near with { Operands = [.. near.Operands.Select(Expand)] },
        WithinQuery within => within with { Operands = [.. within.Operands.Select(Expand)] },
        _ => query,
    };

    private static bool IsBare(TermQuery term) =>
        term.Form == WordForm.Default && (term.Field is null || PassageFields.IsText(term.Field));

    private BooleanQuery Expand(BooleanQuery query)
    {
        List<BooleanClause> clauses = [];
        for (int i = 0; i < query.Clauses.Count;)
        {
            BooleanClause clause = query.Clauses[i];
            List<SynonymTerm> run = Run(query.Clauses, i);
            if (run.Count < 2)
            {
                clauses.Add(clause with { Query = Expand(clause.Query) });
                i++;
                continue;
            }

            BooleanClause[] written =
            [
                .. query.Clauses.Skip(i).Take(run.Count).Select(each => each with { Query = Expand(each.Query) }),
            ];
            string? field = ((TermQuery)clause.Query).Field; // a run is one of words
            clauses.Add(clause with { Query = Join(field, new BooleanQuery([.. written]), run) });
            i += run.Count;
        }

        return new BooleanQuery([.. clauses]);
    }

    /// <summary>The longest run of clauses from a place on that is a term of several words; none for none.</summary>
    private List<SynonymTerm> Run(QueryList<BooleanClause> clauses, int from)
    {
        List<SynonymTerm> run = [];
        int longest = 0;
        int length = 0;
        for (int i = from; i < clauses.Count && length < words.MaxWords; i++)
        {
            bool isJoined = clauses[i].Occur == (isOr ? Occur.Should : Occur.Must)
                && clauses[i].Query is TermQuery term && IsBare(term)
                && term.Field == ((clauses[from].Query as TermQuery)?.Field);
            if (!isJoined || SynonymTerm.Read(((TermQuery)clauses[i].Query).Text) is not SynonymTerm read)
            {
                break;
            }

            run.Add(read);
            length += read.Words.Count;
            longest = run.Count > 1 && words.Knows(run) ? run.Count : longest;
        }

        return run[..longest];
    }

    private Query Join(string? field, Query written, IReadOnlyList<SynonymTerm?> terms)
    {
        SynonymTerm[] read = [.. terms.OfType<SynonymTerm>()];
        List<Query> others = [];
        List<string> also = [];
        foreach ((SynonymFinding finding, IReadOnlyList<Query> queries) in words.Of(read, field))
        {
            others.AddRange(queries);
            also.AddRange(finding.Shown.Except(also).ToArray());
            if (!_found.Exists(known => known.Clause == finding.Clause && known.Kind == finding.Kind))
            {
                _found.Add(finding);
            }
        }

        return others.Count == 0 ? written : new SynonymQuery(written, [.. others], [.. also]);
    }
}
