using System.Text;
using Search.Engine.Indexing;
using Search.Engine.Matching;
using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Scoring;
using Search.Engine.Searching.Rewriting;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Searching;

/// <summary>
/// The words of a snapshot's text fields. Immutable, and safe for use by several threads; it holds the snapshot
/// without counting as one of its holders.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="limits">How many words of a pattern are looked at, and shown.</param>
public sealed class Vocabulary(IndexSnapshot snapshot, SearchLimits? limits = null)
{
    private readonly SearchLimits _limits = limits ?? new SearchLimits();
    private readonly InvertedField _exact = snapshot.Schema.Inverted(snapshot.Schema.DefaultField, TermForm.Exact);
    private readonly FieldSums _sums = new(snapshot.Segments, snapshot.Schema);
    private readonly InvertedField _stemmed = snapshot.Schema.Inverted(snapshot.Schema.DefaultField, TermForm.Stemmed);

    /// <summary>Documents whose default field holds a word, deleted ones included.</summary>
    /// <param name="word">Its exact form.</param>
    public int DocFrequency(string word) => DocFrequency(_exact, Encoding.UTF8.GetBytes(word));

    /// <summary>Whether the default field of any document holds a word or, by any of its analyzers, one of its
    /// stem.</summary>
    /// <param name="text">A word as written.</param>
    public bool Knows(string text)
    {
        var tokens = new TokenBuffer();
        foreach (Analyzer analyzer in snapshot.Schema.QueryLanguages.Select(snapshot.Schema.AnalyzerFor).Distinct())
        {
            analyzer.Analyze(text, tokens);
            for (int i = 0; i < tokens.Count; i++)
            {
                if (DocFrequency(_exact, tokens.Exact(i)) > 0 || DocFrequency(_stemmed, tokens.Stem(i)) > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Words within an edit distance of a word, with the documents that hold them; in no order.</summary>
    /// <param name="word">Its exact form.</param>
    /// <param name="maxEdits">0 to 2.</param>
    /// <param name="prefixLength">Leading letters that must agree.</param>
    public IEnumerable<KeyValuePair<string, int>> Near(string word, int maxEdits, int prefixLength) =>
        Model(_limits.MaxFuzzyExpansions)
            .Expand(_exact, TermPatterns.Fuzzy(word, maxEdits, prefixLength))
            .Select(term => KeyValuePair.Create(Encoding.UTF8.GetString(term.Term.Span), term.DocFrequency));

    /// <summary>Every word of the default field with the documents that hold it, ordinally by its UTF-8.</summary>
    public IEnumerable<KeyValuePair<string, int>> Words()
    {
        TermCursor[] cursors = [.. snapshot.Segments.Select(segment => segment.Terms(_exact))];
        bool[] isOpen = [.. cursors.Select(cursor => cursor.MoveNext())];
        while (Least(cursors, isOpen) is int least and >= 0)
        {
            byte[] term = cursors[least].Term.ToArray();
            int frequency = 0;
            for (int i = least; i < cursors.Length; i++)
            {
                if (isOpen[i] && cursors[i].Term.SequenceEqual(term))
                {
                    frequency += cursors[i].Entry.DocFrequency;
                    isOpen[i] = cursors[i].MoveNext();
                }
            }

            yield return KeyValuePair.Create(Encoding.UTF8.GetString(term), frequency);
        }
    }

    /// <summary>What the patterns of a query come to, without searching.</summary>
    public IReadOnlyList<Expansion> Expand(Query query)
    {
        Bm25Model model = Model(_limits.MaxExpansions);
        List<Expansion> expansions = [];
        foreach (WrittenPattern written in QueryRewriter.Rewrite(query, snapshot.Schema, _limits).Patterns)
        {
            IReadOnlyList<ExpandedTerm> terms = model.Expand(written.Field, written.Pattern);
            string[] shown = CommonestTerms.Of(terms, _limits.ShownExpansions);
            expansions.Add(new Expansion(
                written.Text, shown, terms.Count, terms.Count >= _limits.MaxExpansions));
        }

        return expansions;
    }

    /// <summary>The first of the cursors that stand at the least term; -1 where all are at their end.</summary>
    private static int Least(TermCursor[] cursors, bool[] isOpen)
    {
        int least = -1;
        for (int i = 0; i < cursors.Length; i++)
        {
            if (isOpen[i] && (least < 0 || cursors[i].Term.SequenceCompareTo(cursors[least].Term) < 0))
            {
                least = i;
            }
        }

        return least;
    }

    private Bm25Model Model(int maxTerms) => new(snapshot.Segments, maxTerms, _sums);

    private int DocFrequency(InvertedField field, ReadOnlySpan<byte> term)
    {
        int sum = 0;
        foreach (SegmentView segment in snapshot.Segments)
        {
            sum += segment.TryFindTerm(field, term, out TermEntry entry) ? entry.DocFrequency : 0;
        }

        return sum;
    }
}
