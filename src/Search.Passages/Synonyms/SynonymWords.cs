using Search.Engine.Searching;
using Search.Queries.Trees;
using Search.Text.Spellings;

namespace Search.Passages.Synonyms;

/// <summary>What else says a word of one generation: by the rules of spelling, and by the table of synonyms.</summary>
/// <param name="table">The table.</param>
/// <param name="vocabulary">
/// The words of the generation: a rule gives many forms, of which only those count that there are.
/// </param>
internal sealed class SynonymWords(SynonymTable table, Vocabulary vocabulary)
{
    /// <summary>Most words of a term of the table.</summary>
    public int MaxWords => table.MaxWords;

    /// <summary>Whether terms that follow each other are one of the table.</summary>
    public bool Knows(IReadOnlyList<SynonymTerm> terms) => table.TryFind(KeyOf(terms), out _);

    /// <summary>What else says some terms that follow each other, and the queries for it.</summary>
    /// <param name="terms">One term, or several that are one of the table.</param>
    /// <param name="field">The field they were asked in; null for the default one.</param>
    public IEnumerable<(SynonymFinding Finding, IReadOnlyList<Query> Queries)> Of(
        IReadOnlyList<SynonymTerm> terms, string? field)
    {
        string clause = string.Join(' ', terms.Select(term => term.Text));
        if (terms is [{ Words: [string word] }] && Respelt(clause, word, field) is { } respelt)
        {
            yield return respelt;
        }

        if (terms.Count > 0 && table.TryFind(KeyOf(terms), out IReadOnlyList<SynonymGroup>? groups))
        {
            (SynonymFinding Finding, IReadOnlyList<Query> Queries) listed = Listed(clause, terms, field, groups);
            if (listed.Queries.Count > 0)
            {
                yield return listed;
            }
        }
    }

    private static string KeyOf(IReadOnlyList<SynonymTerm> terms) =>
        terms is [{ Words: [string word] }] ? word : SynonymTerm.KeyOf(terms.SelectMany(term => term.Stems));

    private (SynonymFinding Finding, IReadOnlyList<Query> Queries)? Respelt(string clause, string word, string? field)
    {
        if (SpellingRules.Of(word) is not Respelling other)
        {
            return null;
        }

        string[] known = [.. other.Forms.Where(form => vocabulary.DocFrequency(form) > 0)];
        if (known.Length == 0)
        {
            return null;
        }

        // What a reader is told of first is the word itself.
        string[] shown = [.. known.OrderByDescending(form => form == other.Word).ThenBy(form => form.Length)];
        Query[] queries = other.IsStemmed
            ? [new TermQuery(field, other.Word, WordForm.Stemmed)]
            : [.. shown.Select(form => new TermQuery(field, form, WordForm.Exact))];
        return (new SynonymFinding(clause, "spelling", shown), queries);
    }

    private (SynonymFinding Finding, IReadOnlyList<Query> Queries) Listed(
        string clause, IReadOnlyList<SynonymTerm> terms, string? field, IReadOnlyList<SynonymGroup> groups)
    {
        // What the query finds by itself is no synonym of it: the plural of a word, another form of the phrase.
        HashSet<string> seen = [SynonymTerm.KeyOf(terms.SelectMany(term => term.Stems))];
        List<string> shown = [];
        List<Query> queries = [];
        foreach (SynonymTerm term in groups.SelectMany(group => group.To))
        {
            if (!seen.Add(SynonymTerm.KeyOf(term.Stems)))
            {
                continue;
            }

            shown.Add(term.Text);
            if (term.Words is [string word])
            {
                string plural = SynonymTerm.Plural(word);
                queries.Add(new TermQuery(field, word, WordForm.Exact));
                if (vocabulary.DocFrequency(plural) > 0)
                {
                    queries.Add(new TermQuery(field, plural, WordForm.Exact));
                }
            }
            else
            {
                queries.Add(new PhraseQuery(
                    field, [.. term.Words.Select(each => new PhraseWord(each))], 0, WordForm.Stemmed));
            }
        }

        return (new SynonymFinding(clause, "synonym", shown), queries);
    }
}
