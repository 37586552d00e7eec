using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>Words are stemmed for the languages of the paragraphs, and typed without accents too.</summary>
public sealed class LanguageTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Empty();
        Write("en", "The committee did not note the secure lines; it sits in Vienna and no state was asked.");
        Write("fr", """
            La sécurité des réseaux dépend des États et de leurs autorités nationales compétentes.

            Les sécurités juridiques ont été notées dans les décisions adoptées par la conférence.

            La criminalité organisée et les libertés fondamentales sont au cœur de cette négociation.
            """);
        Write("es", """
            La cooperación internacional es necesaria y las cooperaciones regionales también lo son.

            La investigación de los delitos informáticos protegerá a las víctimas y a sus familias.
            """);
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [TestCase("securite", "sécurité|sécurités")]
    [TestCase("SECURITES", "sécurité|sécurités")]
    [TestCase("sécurité", "sécurité|sécurités")]
    [TestCase("criminalite", "criminalité")]
    [TestCase("liberte", "libertés")]
    [TestCase("autorite", "autorités")]
    [TestCase("adopte", "adoptées")]
    [TestCase("cooperacion", "cooperación|cooperaciones")]
    [TestCase("cooperaciones", "cooperación|cooperaciones")]
    [TestCase("investigaciones", "investigación")]
    [TestCase("protegeran", "protegerá")]
    [TestCase("\"securite\"", "sécurité")]
    [TestCase("note", "note|notées")]
    [TestCase("site", "")]
    public void A_word_finds_its_inflections_in_its_language(string query, string marked)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        IEnumerable<string> words = response.Hits.SelectMany(hit =>
            hit.Spans.Where(span => span.Field == "text").Select(span => hit.Text[span.Start..span.End]));
        Assert.That(
            words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Is.EqualTo(marked.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    private void Write(string language, string text) => _corpus.Write(
        language + ".md",
        TestCorpus.Document("T", "2020", "I", "report", text)
            .Replace("language: en", "language: " + language, StringComparison.Ordinal));
}
