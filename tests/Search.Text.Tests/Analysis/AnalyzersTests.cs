using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Tests.Analysis;

internal sealed class AnalyzersTests
{
    [TestCase(null, "words-en")]
    [TestCase("", "words-en")]
    [TestCase("en", "words-en")]
    [TestCase("EN-gb", "words-en")]
    [TestCase("fr", "words-fr")]
    [TestCase("fr_CH", "words-fr")]
    [TestCase("es-419", "words-es")]
    [TestCase("ru", "words-ru")]
    [TestCase("de", "words")]
    [TestCase("und", "words")]
    [TestCase("eng", "words")]
    public void A_language_has_its_analyzer(string? language, string name) =>
        Assert.That(Analyzers.For(language).Name, Is.EqualTo(name));

    [Test]
    public void Names_are_stable_and_different() =>
        Assert.That(
            Analyzers.All.Select(analyzer => analyzer.Name),
            Is.EqualTo(["words-en", "words-fr", "words-es", "words-ru", "words"]));

    [TestCase("fr", "Les États s’engagent à la sécurité", "les etats s engagent a la securite",
        "le etat s engagent a la secur")]
    [TestCase("fr", "l’intelligence artificielle, naïve; œuvres", "l intelligence artificielle naive oeuvres",
        "l intelligent artificiel naiv oeuvr")]
    [TestCase("es", "Las Naciones Unidas: niños y contraseñas", "las naciones unidas ninos y contrasenas",
        "las nacion unid nin y contrasen")]
    [TestCase("ru", "Борьба с киберпреступностью, Её ёлки", "борьба с киберпреступностью ее елки",
        "борьб с киберпреступн е елк")]
    [TestCase("de", "Die Straße’s Übergrößen", "die strasse's ubergrossen", "die strasse's ubergrossen")]
    public void A_language_has_its_stems(string language, string text, string exact, string stems)
    {
        TokenBuffer tokens = new();
        Analyzers.For(language).Analyze(text, tokens);
        Assert.Multiple(() =>
        {
            Assert.That(Forms(tokens, tokens.Exact), Is.EqualTo(exact));
            Assert.That(Forms(tokens, tokens.Stem), Is.EqualTo(stems));
        });
    }

    [Test]
    public void Exact_forms_and_places_are_the_same_in_every_language()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        TokenBuffer expected = new();
        TokenBuffer tokens = new();
        for (int round = 0; round < 1_000; round++)
        {
            string text = RandomText.Next(random, random.Next(60));
            Analyzers.Unstemmed.Analyze(text, expected);
            foreach (Analyzer analyzer in Analyzers.All)
            {
                analyzer.Analyze(text, tokens);
                Assert.That(Forms(tokens, tokens.Exact), Is.EqualTo(Forms(expected, expected.Exact)));
                Assert.That(Places(tokens), Is.EqualTo(Places(expected)));
            }
        }
    }

    [Test]
    public void Composed_and_decomposed_spelling_have_the_same_forms()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        const string Letters = "aeéèêàçïñóüйёиåøł";
        TokenBuffer composed = new();
        TokenBuffer decomposed = new();
        for (int round = 0; round < 1_000; round++)
        {
            string word = string.Concat(random.GetItems<char>(Letters, 1 + random.Next(9)));
            foreach (Analyzer analyzer in Analyzers.All)
            {
                analyzer.Analyze(word, composed);
                analyzer.Analyze(Search.Text.Normalizing.Normalization.ToNfd(word), decomposed);
                Assert.That(Forms(decomposed, decomposed.Exact), Is.EqualTo(Forms(composed, composed.Exact)), word);
                Assert.That(Forms(decomposed, decomposed.Stem), Is.EqualTo(Forms(composed, composed.Stem)), word);
            }
        }
    }

    private static string Forms(TokenBuffer tokens, FormOf form) =>
        string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => Encoding.UTF8.GetString(form(i))));

    private static List<Token> Places(TokenBuffer tokens) =>
        [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i])];

    private delegate ReadOnlySpan<byte> FormOf(int index);
}
