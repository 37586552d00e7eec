using System.Text;
using Search.Text.Analysis;
using Search.Text.Folding;
using Search.Text.Stemming;

namespace Search.Text.Tests.Analysis;

internal sealed class WordAnalyzerTests
{
    [TestCase("The Convention’s robust FRAMEWORKS",
        "the convention's robust frameworks", "the convent robust framework")]
    [TestCase("A/RES/74/247", "a res 74 247", "a res 74 247")]
    [TestCase("ETS No. 185", "ets no 185", "et no 185")]
    [TestCase("U.S. law", "u.s law", "u. law")]
    [TestCase("cyber-crime co-operation", "cyber crime co operation", "cyber crime co oper")]
    [TestCase("l’homme, qu'il d'État", "l homme qu il d etat", "l homm qu il d etat")]
    [TestCase("jusqu’à l'", "jusqu a l", "jusqu a l")]
    [TestCase("the D's and O'Brien's", "the d's and o'brien's", "the d and o'brien")]
    [TestCase("résumés naïveté Ærø Straße Łódź", "resumes naivete aero strasse lodz", "resum naivet aero strass lodz")]
    [TestCase("ﬁnancial ＦＵＬＬ", "financial full", "financi full")]
    [TestCase("co\u00ADopera\u00ADtion \uFEFFword\u200E", "cooperation word", "cooper word")]
    [TestCase("😀 emoji 👩‍💻 don't count", "emoji don't count", "emoji don't count")]
    [TestCase("网络 犯罪", "网 络 犯 罪", "网 络 犯 罪")]
    [TestCase("ёлка Йод", "елка йод", "елка йод")]
    [TestCase("مُحَمَّد الأمن", "محمد الامن", "محمد الامن")]
    [TestCase("שָׁלוֹם", "שלום", "שלום")]
    [TestCase("e\u0301te\u0301 и\u0306", "ete й", "ete й")]
    [TestCase("Topic:cybercrime at 5:30 a:b:c", "topic cybercrime at 5 30 a b c", "topic cybercrim at 5 30 a b c")]
    [TestCase("s'il qu’on d’l'État C’est", "s il qu on d l etat c est", "s il qu on d l etat c est")]
    [TestCase("Noe\u0308l’s ﬂow № 5 m² x²", "noel's flow 5 m x", "noel flow 5 m x")]
    [TestCase("_stressed words_ and snake_case __ _l'État_", "stressed words and snake_case l etat",
        "stress word and snake_cas l etat")]
    [TestCase("", "", "")]
    public void English_words_have_these_forms(string text, string exact, string stems)
    {
        TokenBuffer tokens = Analyze(Analyzers.English, text);
        Assert.Multiple(() =>
        {
            Assert.That(Exact(tokens), Is.EqualTo(exact));
            Assert.That(Stems(tokens), Is.EqualTo(stems));
        });
    }

    [Test]
    public void Positions_count_the_words_and_offsets_point_into_the_text()
    {
        const string Text = "– L’État: «cyber»…";
        TokenBuffer tokens = Analyze(Analyzers.English, Text);
        Assert.That(
            Enumerable.Range(0, tokens.Count).Select(i => (Text[tokens[i].Start..tokens[i].End], tokens[i].Position)),
            Is.EqualTo([("L", 0), ("État", 1), ("cyber", 2)]));
    }

    [Test]
    public void The_exact_form_of_every_token_is_its_slice_of_the_text_folded()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        TokenBuffer tokens = new();
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, random.Next(40));
            Analyzers.English.Analyze(text, tokens);
            int end = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                Token token = tokens[i];
                string slice = text.Substring(token.Start, token.Length);
                Assert.That(token.Start, Is.GreaterThanOrEqualTo(end));
                Assert.That(token.Position, Is.EqualTo(i));
                Assert.That(
                    Encoding.UTF8.GetString(tokens.Exact(i)), Is.EqualTo(WordFolding.Fold(slice).Trim('\'')), slice);
                Assert.That(tokens.Stem(i).Length, Is.GreaterThan(0));
                end = token.End;
            }
        }
    }

    [Test]
    public void Very_long_words_are_cut_at_successive_positions()
    {
        string text = new string('a', 600) + " " + new string('\uFDFA', 300) + " "
            + string.Concat(Enumerable.Repeat("𐐷", 200));
        TokenBuffer tokens = Analyze(Analyzers.English, text);
        int[] lengths = [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Length)];
        Assert.Multiple(() =>
        {
            Assert.That(lengths, Is.EqualTo([255, 255, 90, 255, 45, 254, 146]));
            Assert.That(Enumerable.Range(0, 7).Select(i => tokens[i].Position), Is.EqualTo(Enumerable.Range(0, 7)));
            Assert.That(Enumerable.Range(0, 7).Select(i => tokens.Exact(i).Length), Is.All.LessThan(10_000));
            Assert.That(Enumerable.Range(0, 7).Select(i => tokens.Stem(i).Length), Is.All.LessThan(10_000));
        });
    }

    [Test]
    public void Analysis_takes_no_memory_once_it_is_warm()
    {
        string text = string.Concat(Enumerable.Repeat(
            "The Convention’s États d'Ivoire naïveté internationalisation кибербезопасность "
            + "e\u0301 网络 \uFDFA 123456 ", 20));
        TokenBuffer tokens = new();
        foreach (Analyzer analyzer in Analyzers.All)
        {
            analyzer.Analyze(text, tokens);
            analyzer.Analyze(text, tokens);
            long before = GC.GetAllocatedBytesForCurrentThread();
            analyzer.Analyze(text, tokens);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero, analyzer.Name);
        }
    }

    [Test]
    public void Cached_stems_are_those_that_are_made_anew()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        TokenBuffer cached = new();
        string[] words = [.. Enumerable.Range(0, 40_000).Select(_ => RandomWord(random))];
        foreach (string word in words.Concat(words))
        {
            Analyzers.English.Analyze(word, cached);
            Assert.That(Stems(cached), Is.EqualTo(Stem(word)), word);
        }
    }

    private static string RandomWord(Random random) =>
        new([.. Enumerable.Range(0, 1 + random.Next(34)).Select(_ => (char)('a' + random.Next(26)))]);

    private static string Stem(string word)
    {
        char[] buffer = new char[(word.Length * 2) + Stemmer.SpareRoom];
        word.CopyTo(buffer);
        return new string(buffer, 0, new EnglishStemmer().Stem(buffer, word.Length));
    }

    private static TokenBuffer Analyze(Analyzer analyzer, string text)
    {
        TokenBuffer tokens = new();
        analyzer.Analyze(text, tokens);
        return tokens;
    }

    private static string Exact(TokenBuffer tokens) =>
        string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => Encoding.UTF8.GetString(tokens.Exact(i))));

    private static string Stems(TokenBuffer tokens) =>
        string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => Encoding.UTF8.GetString(tokens.Stem(i))));
}
