using Search.Queries.Trees;

namespace Search.Engine.Searching.Reranking;

/// <summary>
/// Makes the query whose score is added to that of the best hits. It asks nothing that a hit must have: neighbouring
/// words of the query as pairs close together (Metzler and Croft, "A Markov Random Field Model for Term Dependencies",
/// 2005: sequential dependence), each word as written, and all of it in other fields (as weighted sums of fields in
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). Words of NEAR and of sentences are close
/// already; patterns, ranges and what must not match say nothing here.
/// </summary>
internal sealed class BonusQuery
{
    /// <summary>Words beyond these are left out: a text of so many is no question any more.</summary>
    private const int MaxWords = 256;

    private readonly RankingFeatures _features;
    private readonly string _field;
    private readonly List<BooleanClause> _clauses = [];
    private TermQuery? _before;
    private float _weightBefore;
    private int _words;

    private BonusQuery(RankingFeatures features, string field)
    {
        _features = features;
        _field = field;
    }

    /// <summary>The query; null where there is nothing to ask.</summary>
    /// <param name="query">What is searched for.</param>
    /// <param name="features">What counts, and how much.</param>
    /// <param name="defaultField">The field of clauses that name none.</param>
    public static Query? Of(Query query, RankingFeatures features, string defaultField)
    {
        var bonus = new BonusQuery(features, defaultField);
        bonus.Walk(query, 1);
        return bonus._clauses.Count == 0 ? null : new BooleanQuery([.. bonus._clauses]);
    }

    private void Walk(Query query, float weight)
    {
        switch (query)
        {
            case TermQuery term when IsAsked(term.Field) && _words < MaxWords:
                Word(term, weight);
                return;
            case PhraseQuery phrase when IsAsked(phrase.Field) && _words < MaxWords:
                _words += phrase.Parts.Count;
                InFields(weight, field => phrase with { Field = field });
                break;
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses.Where(clause => clause.Occur != Occur.MustNot))
                {
                    Walk(clause.Query, weight);
                }

                return;
            case SynonymQuery synonym:
                Walk(synonym.Written, weight);
                return;
            case BoostQuery boost:
                Walk(boost.Inner, weight * Math.Max(0, boost.Boost));
                return;
        }

        // What stands between two words parts them.
        _before = null;
    }

    private bool IsAsked(string? field) =>
        field is null || string.Equals(field, _field, StringComparison.OrdinalIgnoreCase);

    private void Word(TermQuery term, float weight)
    {
        _words++;
        InFields(weight, field => term with { Field = field });
        if (term.Form == WordForm.Default)
        {
            Add(term with { Form = WordForm.Exact }, weight * _features.ExactForm);
        }

        if (_before is not null && !string.Equals(_before.Text, term.Text, StringComparison.OrdinalIgnoreCase))
        {
            var pair = new PhraseQuery(null, [Part(_before), Part(term)], _features.Slop, WordForm.Stemmed);
            Add(pair, Math.Min(weight, _weightBefore) * _features.Closeness);
        }

        _before = term;
        _weightBefore = weight;
    }

    private static PhraseWord Part(TermQuery term) =>
        new(term.Text, term.Form == WordForm.Default ? WordForm.Stemmed : term.Form);

    private void InFields(float weight, Func<string, Query> ask)
    {
        foreach (FieldWeight field in _features.Fields)
        {
            Add(ask(field.Field), weight * field.Weight);
        }
    }

    private void Add(Query query, float weight)
    {
        if (weight > 0 && float.IsFinite(weight))
        {
            _clauses.Add(new BooleanClause(Occur.Should, new BoostQuery(query, weight)));
        }
    }
}
