using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;
using Search.Engine.Tests.Oracle;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Matching.Automata;

/// <summary>Patterns over dictionaries, beside looking at every word.</summary>
internal sealed class TermPatternsTests
{
    private static readonly IndexSchema Schema =
        new([new("text", FieldKind.Text, HasStems: false)], "text", _ => WhitespaceAnalyzer.Instance);

    [Test]
    public void A_pattern_leaps_to_the_words_that_fit_and_to_no_other()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 30; round++)
        {
            string[] words = [.. Enumerable.Range(0, 200).Select(_ => Word(random)).Distinct()];
            for (int i = 0; i < 20; i++)
            {
                string word = Word(random);
                int edits = random.Next(3);
                int prefix = random.Next(3);
                string glob = Glob(random);
                Check(words, TermPatterns.Fuzzy(word, edits, prefix), one => Fits(one, word, edits, prefix), word);
                Check(words, TermPatterns.Wildcard(glob)!, one => OracleWords.Glob(one, glob), glob);
            }
        }
    }

    [TestCase("<7-12>", "7 07 10 12", "6 13 1")]
    [TestCase("<07-12>", "07 10", "7 13")]
    [TestCase("a&b|c", "c", "a b")]
    [TestCase("~(ab*)", "b ba", "a abb")]
    [TestCase("\"a.b\"c", "a.bc", "axbc")]
    [TestCase("a{2,3}", "aa aaa", "a aaaa")]
    [TestCase("[^ab-d]", "e", "a c")]
    [TestCase("a\\*", "a*", "aa")]
    [TestCase("(a|#)@", "a abc", "b")]
    public void Regular_expressions_have_the_operators_of_Lucene(string regex, string fitting, string others)
    {
        TermPattern pattern = TermPatterns.Regex(regex)!;

        Assert.That(fitting.Split(' ').All(word => pattern.Fits(Encoding.UTF8.GetBytes(word))), fitting);
        Assert.That(others.Split(' ').Any(word => pattern.Fits(Encoding.UTF8.GetBytes(word))), Is.False, others);
    }

    [TestCase("(a")]
    [TestCase("a{2")]
    [TestCase("[a")]
    [TestCase("a)")]
    [TestCase("<a-b>")]
    [TestCase("*")]
    [TestCase("a{99999}")]
    public void What_is_no_regular_expression_is_refused_without_an_exception(string regex) =>
        Assert.That(TermPatterns.Regex(regex), regex == "*" ? Is.Not.Null : Is.Null);

    [Test]
    public void Expressions_that_need_too_many_states_end_and_say_so()
    {
        string regex = "(.*a.{12}b.{12}c.{12})*(.*b.{14}.*c){3}";
        var pattern = (AutomatonPattern)TermPatterns.Regex(regex)!;
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            string word = string.Concat(Enumerable.Range(0, 120).Select(_ => (char)('a' + random.Next(3))));
            pattern.Fits(Encoding.UTF8.GetBytes(word));
        }

        Assert.That(((RegexAutomaton)pattern.Automaton).IsTooComplex);
    }

    private static void Check(string[] words, TermPattern pattern, Func<string, bool> fits, string about)
    {
        var document = new MemoryDocument(Schema);
        document.Reset(new IndexDocument().Add("text", string.Join(' ', words)));
        TermCursor terms = document.Terms(Schema.InvertedFields[0]);
        List<string> found = [];
        for (bool more = pattern.Seek(terms); more; more = pattern.MoveNext(terms))
        {
            found.Add(Encoding.UTF8.GetString(terms.Term));
        }

        Assert.That(found, Is.EquivalentTo(words.Where(fits)), about);
        Assert.That(words.Where(word => pattern.Fits(Encoding.UTF8.GetBytes(word))), Is.EquivalentTo(found), about);
    }

    private static bool Fits(string one, string word, int edits, int prefix)
    {
        prefix = Math.Min(prefix, word.Length);
        return one.StartsWith(word[..prefix], StringComparison.Ordinal)
            && OracleWords.Edits(one[prefix..], word[prefix..]) <= edits;
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => "abcé"[random.Next(4)]));

    private static string Glob(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "abcé*?*?"[random.Next(8)]));
}
