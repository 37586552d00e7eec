using System.Text;
using Search.Passages.Schemas;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Passages.Corrections;

/// <summary>The words that a query asks for as they are: no patterns, no values of fields, nothing excluded.</summary>
internal sealed class AskedWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly TokenBuffer _tokens = new();

    /// <summary>The exact forms of the words, each once.</summary>
    public static IReadOnlySet<string> Of(Query query)
    {
        var asked = new AskedWords();
        asked.Walk(query);
        return asked._words;
    }

    private void Walk(Query query)
    {
        switch (query)
        {
            case TermQuery term when IsText(term.Field):
                Add(term.Text);
                break;
            case PhraseQuery phrase when IsText(phrase.Field):
                foreach (PhraseWord word in phrase.Parts.OfType<PhraseWord>())
                {
                    Add(word.Text);
                }

                break;
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses.Where(clause => clause.Occur != Occur.MustNot))
                {
                    Walk(clause.Query);
                }

                break;
            case NearQuery near:
                WalkAll(near.Operands);
                break;
            case WithinQuery within:
                WalkAll(within.Operands);
                break;
            case BoostQuery boost:
                Walk(boost.Inner);
                break;
            case ConstantScoreQuery constant:
                Walk(constant.Inner);
                break;
        }
    }

    private static bool IsText(string? field) => field is null || PassageFields.IsText(field);

    private void WalkAll(IEnumerable<Query> queries)
    {
        foreach (Query query in queries)
        {
            Walk(query);
        }
    }

    private void Add(string text)
    {
        Analyzers.English.Analyze(text, _tokens);
        for (int i = 0; i < _tokens.Count; i++)
        {
            _words.Add(Encoding.UTF8.GetString(_tokens.Exact(i)));
        }
    }
}
