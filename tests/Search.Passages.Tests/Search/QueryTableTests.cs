using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>What researchers write, row by row: which paragraphs are found, and what in them is marked.</summary>
public sealed class QueryTableTests
{
    private static readonly string[] Paragraphs =
    [
        "We offer Technical Assistance to every State that asks.",
        "Assistance of a rather more technical kind was given. It assists courts.",
        "Capacity building comes before training of the police.",
        "Training was long. Capacity was short in this region of the world.",
        "Terrorists recruit on the internet. Online terrorism has grown.",
        "Privacy matters. Surveillance is a threat to many (see Art. 5 on surveillance of privacy).",
        "See A/RES/74/247 and ETS No. 185 for the whole of the text.",
        "Strengthening capacities is one thing, and strengthened capacity another.",
        "Capacity and training are funded; capacity through regional training is not.",
        "The café’s co-operation was “well known” to cybercrime units.",
        "States shall not assist; they shall assist others who are assisting.",
    ];

    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Empty();
        string body = "# Safeguards\n\n" + string.Join("\n\n", Paragraphs);
        _corpus.Write("a.md", TestCorpus.Document("Treaty Notes", "2020-05", "European Union", "report", body));
        _corpus.Write("b.md", TestCorpus.Document("Other", "2023", "Else", "note", "Technical help is given."));
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    // As written, next to each other, in this order; case, accents and the kind of quotes do not matter.
    [TestCase("\"technical assistance\"", "1: Technical Assistance")]
    [TestCase("“TECHNICAL assistance”", "1: Technical Assistance")]
    [TestCase("\"cafe's co-operation\"", "10: café’s co-operation")]
    [TestCase("\"assistance technical\"", "")]
    // Slop.
    [TestCase("\"technical assistance\"~5", "1: Technical Assistance")]
    [TestCase("\"assistance technical\"~5", "1: Technical Assistance|2: Assistance technical")]
    [TestCase("\"assistance technical\"~3", "1: Technical Assistance")]
    // Both, anywhere, any inflection.
    [TestCase("technical assistance", "1: Technical Assistance|2: Assistance technical assists")]
    [TestCase("assisting technical", "1: Technical Assistance|2: Assistance technical assists")]
    // Exactly, and all inflections, inside phrases too.
    [TestCase("=assist", "11: assist assist")]
    [TestCase("~assist", "1: Assistance|2: Assistance assists|11: assist assist assisting")]
    [TestCase("\"shall ~assists\"", "11: shall assist")]
    [TestCase("~\"strengthen capacity\"", "8: Strengthening capacities strengthened capacity")]
    [TestCase("=\"strengthened capacity\"", "8: strengthened capacity")]
    [TestCase("\"they shall =assist\"", "11: they shall assist")]
    // Nearness.
    [TestCase("capacity NEAR/3 training", "4: Training Capacity|9: Capacity training capacity training")]
    [TestCase("capacity NEAR/5 training",
        "3: Capacity training|4: Training Capacity|9: Capacity training capacity training")]
    [TestCase("capacity NEAR/1 building", "3: Capacity building")]
    [TestCase("capacity ONEAR/3 training", "9: Capacity training capacity training")]
    [TestCase("capacity w/3 training", "4: Training Capacity|9: Capacity training capacity training")]
    [TestCase("capacity pre/3 training", "9: Capacity training capacity training")]
    [TestCase("capacity /3 training", "4: Training Capacity|9: Capacity training capacity training")]
    [TestCase("terror* NEAR/4 (online OR internet)", "5: Terrorists internet Online terrorism")]
    [TestCase("\"technical kind\" NEAR/3 given", "2: technical kind given")]
    [TestCase("(privacy OR threat) NEAR/3 surveillance", "6: Privacy Surveillance threat surveillance privacy")]
    // The legal habits.
    [TestCase("privacy /s surveillance", "6: Surveillance surveillance privacy")]
    [TestCase("privacy w/s surveillance", "6: Surveillance surveillance privacy")]
    [TestCase("training /s capacity", "3: Capacity training|9: Capacity training capacity training")]
    [TestCase("privacy /p threat", "6: Privacy threat privacy")]
    [TestCase("privacy w/p threat", "6: Privacy threat privacy")]
    [TestCase("terror!", "5: Terrorists terrorism")]
    [TestCase("A/RES/74/247", "7: A/RES/74/247")]
    [TestCase("ETS No. 185", "7: ETS No 185")]
    [TestCase("/strength.*ing/", "8: Strengthening")]
    [TestCase("\"art. 5\" /s privacy", "6: Art. 5 privacy")]
    // Gaps and wildcards inside phrases.
    [TestCase("\"capacity * training\"", "9: Capacity and training")]
    [TestCase("\"strengthen* capacit*\"", "8: Strengthening capacities strengthened capacity")]
    [TestCase("\"organi?ation\"", "")]
    [TestCase("\"tech* assist*\"", "1: Technical Assistance")]
    // Fields.
    [TestCase("date:[2022 TO 2024] technical", "12: Technical")]
    [TestCase("issuer:\"European Union\" -assistance technical", "")]
    [TestCase("-issuer:\"European Union\" technical", "12: Technical")]
    [TestCase("title:treaty police", "3: police")]
    [TestCase("heading:safeguards doc:a police", "3: police")]
    [TestCase("cooperation", "10: co-operation")]
    [TestCase("cyber-crime", "10: cybercrime")]
    public void Each_row_finds_and_marks_what_it_means(string query, string expected)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        Assert.That(
            string.Join('|', response.Hits.Select(Shown).OrderBy(hit => hit.Number).Select(hit => hit.Text)),
            Is.EqualTo(expected),
            response.Query.ReadAs);
        Assert.That(response.Total, Is.EqualTo(response.Hits.Count));
    }

    [Test]
    public void A_mark_names_its_field_and_every_hit_of_words_has_one()
    {
        PassageHit hit = _index.Search(TestCorpus.Request("title:treaty heading:safeguards police")).Hits.Single();

        Assert.That(hit.Spans.Select(span => span.Field), Is.EqualTo(["text", "title", "heading"]));
        Assert.That(_index.Search(TestCorpus.Request("issuer:else")).Hits.Single().Spans, Is.Empty);
    }

    private static (int Number, string Text) Shown(PassageHit hit)
    {
        int number = hit.Document == "b" ? Paragraphs.Length + 1 : Array.IndexOf(Paragraphs, hit.Text) + 1;
        IEnumerable<string> words = hit.Spans.Where(span => span.Field == "text")
            .Select(span => hit.Text[span.Start..span.End]);
        return (number, $"{number}: {string.Join(' ', words)}");
    }
}
