using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Spans;
using Search.Engine.Tests.Oracle;
using Search.Engine.Tests.Searching;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Spans;

/// <summary>The highlight contract with real words: stems, accents, hyphens, and words joined and parted.</summary>
internal sealed class WordSpanContractTests
{
    private static readonly string[] Words =
    [
        "cyber-crime", "cybercrime", "cyber crime", "Cybercrimes", "co-operation", "cooperation", "cooperating",
        "States", "state's", "states", "treaty", "Treaties", "resumé", "résumés", "non-state", "training", "trained",
        "capacity", "the", "of", "and", "ICT", "2019", "end.", "done;", "online,",
    ];

    private static readonly string[] Queries =
    [
        "{0}", "{0} {1}", "{0} OR {1}", "\"{0} {1}\"", "\"{0} {1}\"~3", "=cybercrime OR {0}", "~{0} {1}",
        "{0} NEAR/4 {1}", "{0} ONEAR/6 ({1} OR {2})", "{0} /s {1}", "\"{0} * {1}\"", "cyb* {0}", "\"cyb* {0}\"",
        "{0} -treaty", "\"cyber crime\"", "(\"{0} {1}\"~2 OR {2}) AND NOT \"{1} {2}\"", "tra?n* OR {0}",
        "treety~1 OR {0}", "\"{0}\" w/3 {1}", "co-operation {0}",
    ];

    [Test]
    public void What_is_marked_matches_by_itself_in_real_words_too()
    {
        int hits = 0;
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var document = new AnalyzedDocument(SmallIndex.Schema);
        for (int i = 0; i < 4_000; i++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(3, 25)).Select(_ => Word(random)));
            string query = string.Format(
                null, Queries[random.Next(Queries.Length)], [Asked(random), Asked(random), Asked(random)]);
            var matcher = new DocumentMatcher(SmallIndex.Parse(query), SmallIndex.Schema);
            Reset(document, text);
            if (!matcher.Matches(document))
            {
                Assert.That(matcher.Spans(document), Is.Empty);
                continue;
            }

            hits++;
            IReadOnlyList<MatchSpan> spans = matcher.Spans(document);
            string kept = Kept(text, document.Tokens("text"), spans);
            string about = $"seed {seed}, {query} in '{text}', marked '{kept}'";
            Assert.That(spans, Is.Not.Empty, about);
            Reset(document, kept);
            Assert.That(matcher.Matches(document), about);
            Assert.That(matcher.Spans(document), Has.Count.EqualTo(spans.Count), about);
        }

        Assert.That(hits, Is.GreaterThan(500), "The queries find too little to tell anything.");
    }

    private static void Reset(AnalyzedDocument document, string text) =>
        document.Reset(new IndexDocument { Language = "en" }.Add("text", text));

    /// <summary>The text with each word outside of a mark replaced by one that nobody asks, its capital kept.</summary>
    private static string Kept(string text, TokenBuffer tokens, IReadOnlyList<MatchSpan> spans)
    {
        var kept = new StringBuilder();
        int at = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            _ = kept.Append(text, at, token.Start - at);
            bool isMarked = spans.Any(span => span.Start <= token.Start && token.End <= span.End);
            _ = isMarked ? kept.Append(text, token.Start, token.Length)
                : kept.Append(char.IsUpper(text[token.Start]) ? "Qqq" : "qqq");
            at = token.End;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Asked(Random random) => Word(random).TrimEnd('.', ';', ',');
}
