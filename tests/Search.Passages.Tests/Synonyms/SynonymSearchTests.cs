using NUnit.Framework;
using Search.Passages.Indexing;
using Search.Passages.Search;

namespace Search.Passages.Tests.Synonyms;

/// <summary>Synonyms and other spellings through a real index.</summary>
public sealed class SynonymSearchTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Empty();
        string[] paragraphs =
        [
            "The organisation of the meeting was praised by everybody who came.",
            "An international organization offered its help to the organizers.",
            "The organs of the body are no matter of this report.",
            "The IEG met in Vienna in the spring of that year.",
            "An open-ended intergovernmental expert group on cybercrime met once more.",
            "A group of one expert is no group at all, as everybody knows.",
            "Information and communication technologies change how crime is done.",
            "The use of ICTs for criminal purposes is growing from year to year.",
            "Labor law and the defense of workers are for another committee.",
            "The committee spoke of labour rights and of nothing else that day.",
            "Criminal law is the last resort of the legislator in these matters.",
            "The criminalization of speech worries the civil society groups.",
            "An offensive remark was made in the debate and taken back at once.",
            "The offence carries a sentence of up to five years in prison.",
        ];
        _corpus.Write("a.md", TestCorpus.Document("A", "2020", "I", "report", string.Join("\n\n", paragraphs)));
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [TestCase("organisation", "organisation|organization|organizers")]
    [TestCase("organization", "organisation|organization|organizers")]
    [TestCase("\"organisation\"", "organisation")]
    [TestCase("=organisation", "organisation")]
    [TestCase("~organisation", "organisation")]
    [TestCase("IEG", "IEG|intergovernmental expert group|expert group on cybercrime")]
    [TestCase("expert group", "IEG|expert|group|intergovernmental expert group on cybercrime")]
    [TestCase("intergovernmental expert group", "IEG|intergovernmental expert group on cybercrime")]
    [TestCase("ICT", "ICTs|Information and communication technologies")]
    [TestCase("information and communications technology",
        "ICTs|Information|and|communication|technologies")]
    [TestCase("labour", "labour|Labor")]
    [TestCase("labor", "labour|Labor")]
    [TestCase("defence", "defense")]
    [TestCase("criminalisation", "criminalization")]
    [TestCase("offence", "offence")]
    [TestCase("organization NEAR/3 meeting", "organisation|meeting")]
    [TestCase("(ieg OR labor) -law", "IEG|intergovernmental expert group on cybercrime|labour")]
    public void A_bare_word_also_finds_and_marks_what_else_says_it(string query, string marked)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        string[] words = [.. response.Hits.SelectMany(Marked).Distinct(StringComparer.Ordinal)];
        string[] expected = marked.Split('|');
        Assert.That(string.Join(' ', words).Split(' ').Distinct().Order(StringComparer.Ordinal),
            Is.EqualTo(string.Join(' ', expected).Split(' ').Distinct().Order(StringComparer.Ordinal)));
    }

    [Test]
    public void The_answer_always_says_what_else_was_found()
    {
        QueryReading reading = _index.Search(TestCorpus.Request("organisation ieg")).Query;

        Assert.That(reading.ReadAs, Is.EqualTo(
            "Paragraphs with *organisation* (also *organization*), and *ieg* (also *intergovernmental expert group*, "
            + "*expert group on cybercrime*, *expert group*)."));
        Assert.That(reading.Expansions.Select(one => (one.Clause, one.Kind)), Is.EqualTo(
            [("organisation", "spelling"), ("ieg", "synonym")]));
        Assert.That(reading.Expansions[0].Terms, Is.EqualTo(["organization", "organizers"]));
        Assert.That(reading.Tree!.Value.ToString(), Does.Contain("synonyms"));
    }

    [Test]
    public void They_can_be_switched_off_by_the_request_and_by_the_options()
    {
        PassageRequest request = TestCorpus.Request("organisation");
        PassageResponse plain = _index.Search(request with { UsesSynonyms = false });
        using PassageIndex off = PassageIndex.Open(_corpus.Options with { UsesSynonyms = false });

        Assert.That(plain.Total, Is.EqualTo(1));
        Assert.That(plain.Query.Expansions, Is.Empty);
        Assert.That(off.Search(request).Total, Is.EqualTo(1));
        Assert.That(off.Search(request with { UsesSynonyms = true }).Total, Is.EqualTo(2));
    }

    [Test]
    public void A_word_and_its_synonym_score_like_one_word()
    {
        PassageRequest request = TestCorpus.Request("labour") with { Ranking = PassageRanking.Bm25 };
        PassageResponse response = _index.Search(request);

        double[] scores = [.. response.Hits.Select(hit => hit.Score!.Value)];
        Assert.That(scores, Has.Length.EqualTo(2));
        Assert.That(scores[0], Is.EqualTo(scores[1]).Within(0.2 * scores[1]));
    }

    [Test]
    public void A_changed_file_counts_from_the_next_run_and_makes_a_generation()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        long first = index.Generation!.Value;
        Assert.That(index.Search(TestCorpus.Request("magistrates")).Total, Is.Zero);

        corpus.Write("synonyms.txt", "judges, magistrates\n");
        IndexRun run = TestCorpus.Reindex(index);
        Assert.That(run.Read, Is.Zero);
        Assert.That(index.Generation, Is.GreaterThan(first));
        Assert.That(index.Search(TestCorpus.Request("magistrates")).Total, Is.EqualTo(1));
    }

    [Test]
    public void A_wrong_file_stops_the_run_by_name_and_line_and_searches_go_on()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Write("synonyms.txt", "a, b\nalone\n");

        Assert.That(() => TestCorpus.Reindex(index), Throws.Exception.Message.Contains("synonyms.txt, line 2"));
        Assert.That(index.Status().LastError, Does.Contain("line 2"));
        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        using PassageIndex later = corpus.Open();
        Assert.That(later.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        Assert.That(later.Status().LastError, Does.Contain("line 2"));
    }

    private static IEnumerable<string> Marked(PassageHit hit) =>
        hit.Spans.Where(span => span.Field == "text").Select(span => hit.Text[span.Start..span.End]);
}
