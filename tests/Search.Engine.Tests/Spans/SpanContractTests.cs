using NUnit.Framework;
using Search.Engine.Searching;
using Search.Engine.Spans;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Spans;

/// <summary>
/// The highlight contract at random, judged by the oracle. <c>OracleTests</c> compares the spans themselves.
/// </summary>
internal sealed class SpanContractTests
{
    private const int Rounds = 60;
    private const int QueriesARound = 40;

    [Test]
    public void What_is_marked_is_why_a_document_matches_and_matches_by_itself()
    {
        int marked = 0;
        int removed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            int seed = Seeds.Next();
            var random = new RandomCorpus(seed);
            OracleDocument[] documents = random.Documents(12, withDeletes: false);
            var oracle = new OracleSearch(documents);
            var analyzed = new AnalyzedDocument(RandomCorpus.Schema);
            for (int i = 0; i < QueriesARound; i++)
            {
                Query query = random.Query();
                if (AsksForAny(query) || UndoesExclusion(query, isExcluded: false))
                {
                    continue;
                }

                var matcher = new DocumentMatcher(query, RandomCorpus.Schema);
                foreach (OracleDocument document in documents.Where(one => oracle.Score(query, one) is not null))
                {
                    analyzed.Reset(document.ToIndexDocument());
                    IReadOnlyList<MatchSpan> spans = matcher.Spans(analyzed);
                    string about =
                        $"seed {seed}, query {i}: {QueryText.Of(query)} in {string.Join(' ', document.Text)}";
                    if (NeedsWords(query))
                    {
                        Assert.That(spans, Is.Not.Empty, about);
                    }

                    Assert.That(spans.Select(span => span.Field), Has.All.AnyOf("text", "title"), about);
                    marked += spans.Count > 0 ? 1 : 0;

                    // A word that is not marked leaves its place empty: distances stay, the words go.
                    OracleDocument kept = Kept(document, spans);
                    removed += kept.Text.Count(word => word == "~");
                    analyzed.Reset(kept.ToIndexDocument());
                    Assert.That(matcher.Matches(analyzed), about + $", marked '{string.Join(' ', kept.Text)}'");
                    Assert.That(
                        matcher.Spans(analyzed).Select(Place), Is.EqualTo(spans.Select(Marked(document, kept))), about);
                }
            }
        }

        Assert.That(marked, Is.GreaterThan(1_000), "The queries mark too little to tell anything.");
        Assert.That(removed, Is.GreaterThan(3_000), "Nearly all words are marked.");
    }

    /// <summary>Whether nothing but words makes a document match.</summary>
    private static bool NeedsWords(Query query) => query switch
    {
        TermQuery term => term.Field != "theme",
        RangeQuery { Field: "number" or "theme" } or RangeQuery { Lower: null, Upper: null } => false,
        MatchAllQuery => false,
        BoostQuery boost => NeedsWords(boost.Inner),
        ConstantScoreQuery constant => NeedsWords(constant.Inner),
        BooleanQuery { Clauses: var clauses } when clauses.Any(clause => clause.Occur == Occur.Must) =>
            clauses.Any(clause => clause.Occur == Occur.Must && NeedsWords(clause.Query)),
        BooleanQuery boolean =>
            boolean.Clauses.All(clause => clause.Occur == Occur.MustNot || NeedsWords(clause.Query)),
        _ => true,
    };

    private static OracleDocument Kept(OracleDocument document, IReadOnlyList<MatchSpan> spans) => document with
    {
        Text = Kept(document.Text, spans, "text"),
        Title = Kept(document.Title, spans, "title"),
    };

    private static string[] Kept(string[] words, IReadOnlyList<MatchSpan> spans, string field)
    {
        int[] starts = Starts(words);
        return
        [
            .. words.Select((word, i) => spans.Any(span =>
                span.Field == field && span.Start <= starts[i] && starts[i] + word.Length <= span.End) ? word : "~"),
        ];
    }

    private static int[] Starts(string[] words)
    {
        int[] starts = new int[words.Length];
        for (int i = 1; i < words.Length; i++)
        {
            starts[i] = starts[i - 1] + words[i - 1].Length + 1;
        }

        return starts;
    }

    private static string Place(MatchSpan span) => $"{span.Field} {span.Start} {span.End}";

    /// <summary>Where a span stands once the words that are not marked have gone.</summary>
    private static Func<MatchSpan, string> Marked(OracleDocument document, OracleDocument kept) => span =>
    {
        string[] words = document.Words(span.Field);
        string[] left = kept.Words(span.Field);
        (int[] before, int[] after) = (Starts(words), Starts(left));
        int first = Array.IndexOf(before, span.Start);
        int last = Enumerable.Range(0, words.Length).First(i => before[i] + words[i].Length == span.End);
        return Place(new MatchSpan(span.Field, after[first], after[last] + left[last].Length));
    };

    /// <summary>Whether a clause asks for any word at all, which marks none.</summary>
    private static bool AsksForAny(Query query) => query switch
    {
        RangeQuery range => range is { Field: not "number", Lower: null, Upper: null },
        BoostQuery boost => AsksForAny(boost.Inner),
        ConstantScoreQuery constant => AsksForAny(constant.Inner),
        BooleanQuery boolean => boolean.Clauses.Any(clause => AsksForAny(clause.Query)),
        _ => false,
    };

    /// <summary>
    /// Whether something is excluded from an exclusion: a word that keeps a document so is the reason of no mark.
    /// </summary>
    private static bool UndoesExclusion(Query query, bool isExcluded) => query switch
    {
        BoostQuery boost => UndoesExclusion(boost.Inner, isExcluded),
        ConstantScoreQuery constant => UndoesExclusion(constant.Inner, isExcluded),
        BooleanQuery boolean => boolean.Clauses.Any(clause => clause.Occur == Occur.MustNot
            ? isExcluded || UndoesExclusion(clause.Query, isExcluded: true)
            : UndoesExclusion(clause.Query, isExcluded)),
        NearQuery near => near.Operands.Any(operand => UndoesExclusion(operand, isExcluded)),
        _ => false,
    };
}
