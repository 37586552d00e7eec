using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Search.Passages.Measuring;
using Search.Passages.Search;

namespace Search.Passages.Tests.Measuring;

/// <summary>Collections measured end to end: a tiny one by hand, and the real ones beside Lucene.</summary>
internal sealed class RelevanceEvaluationTests
{
    private static readonly string[] Corpus =
    [
        """{"_id": "d1", "title": "Cybercrime", "text": "The convention on cybercrime."}""",
        """{"_id": "d2", "title": "", "text": "A convention of the parties to it, with much else said about them."}""",
        """{"_id": "d3", "text": "Nothing of the kind."}""",
    ];

    private static readonly string[] Questions =
    [
        """{"_id": "1", "text": "Which convention (on cybercrime)?"}""",
        """{"_id": "2", "text": "parties"}""",
        """{"_id": "3", "text": "the AND to -"}""",
        """{"_id": "unjudged", "text": "kind"}""",
    ];

    private static readonly string[] Qrels =
        ["query-id\tcorpus-id\tscore", "1\td2\t1", "1\td1\t0", "2\td2\t2", "3\td3\t1", "unjudged\td1\t0"];

    private string _folder = "";

    [SetUp]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("relevance-").FullName;
        FileStream file = File.Create(Path.Combine(_folder, "corpus.jsonl.gz"));
        using (var corpus = new GZipStream(file, CompressionLevel.Fastest))
        {
            corpus.Write(Encoding.UTF8.GetBytes(string.Join('\n', Corpus)));
        }

        File.WriteAllLines(Path.Combine(_folder, "queries.jsonl"), Questions);
        File.WriteAllLines(Path.Combine(_folder, "qrels.tsv"), Qrels);
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_collection_is_measured_over_the_questions_that_have_an_answer()
    {
        RelevanceReport report = RelevanceEvaluation.Run(
            _folder, new RelevanceOptions { Rankings = [PassageRanking.Bm25] });

        // Question 1 finds d1, then d2: the answer is second. Question 2 finds it first. Question 3 has no words.
        MeasuredQuality quality = report.Runs[0].Quality;
        Assert.Multiple(() =>
        {
            Assert.That(report.Documents, Is.EqualTo(3));
            Assert.That(report.Questions, Is.EqualTo(3));
            Assert.That(quality.Ndcg10, Is.EqualTo(((1 / Math.Log2(3)) + 1 + 0) / 3).Within(1e-12));
            Assert.That(quality.Map, Is.EqualTo((0.5 + 1 + 0) / 3).Within(1e-12));
            Assert.That(quality.P10, Is.EqualTo((0.1 + 0.1 + 0) / 3).Within(1e-12));
            Assert.That(quality.R100, Is.EqualTo(2 / 3.0).Within(1e-12));
        });
    }

    [Test]
    public void With_and_every_word_of_a_question_must_occur()
    {
        RelevanceReport report = RelevanceEvaluation.Run(_folder, new RelevanceOptions { IsOr = false });

        Assert.That(
            report.Runs[1].Answers.Select(answer => answer.Ranked.Count),
            Is.EqualTo((int[])[0, 1, 0]),
            "'which' is nowhere");
    }

    [Test]
    public void Figures_of_others_are_read_from_the_tables_beside_the_collection()
    {
        File.WriteAllLines(Path.Combine(_folder, "BASELINES.md"),
        [
            "| collection | qrels file | corpus | setting | queries | nDCG@10 | MAP | P@10 | P@30 | R@100 |",
            "|---|---|---|---|---|---|---|---|---|---|",
            $"| {Path.GetFileName(_folder)} | qrels.tsv | corpus | BM25 | 3 | 0.5 | 0.25 | 0.125 | 9 | 1 |",
            $"| {Path.GetFileName(_folder)} | qrels.tsv | clean | BM25 | 3 | 0.6 | 0.25 | 0.125 | 9 | 1 |",
            $"| {Path.GetFileName(_folder)} | other.tsv | corpus | BM25 | 3 | 0.5 | 0.25 | 0.125 | 9 | 1 |",
            "| elsewhere | qrels.tsv | corpus | BM25 | 3 | 0.5 | 0.25 | 0.125 | 9 | 1 |",
        ]);

        RelevanceReport report = RelevanceEvaluation.Run(_folder, new RelevanceOptions());

        Assert.That(report.Baselines, Is.EqualTo((Baseline[])
        [
            new("BM25", new MeasuredQuality(0.5, 0.25, 0.125, 1)),
            new("BM25, clean", new MeasuredQuality(0.6, 0.25, 0.125, 1)),
        ]));
    }

    [TestCase("queries.jsonl", 2, "{\"_id\": \"2\"}")]
    [TestCase("queries.jsonl", 3, "not JSON")]
    [TestCase("qrels.tsv", 2, "1\td2")]
    [TestCase("qrels.tsv", 3, "1\td2\tyes")]
    [TestCase("qrels.tsv", 3, "1\td2\t1")]
    public void A_line_that_cannot_be_read_is_named(string file, int line, string written)
    {
        string path = Path.Combine(_folder, file);
        string[] lines = File.ReadAllLines(path);
        lines[line - 1] = written;
        File.WriteAllLines(path, lines);

        CollectionException? error = Assert.Throws<CollectionException>(
            () => RelevanceEvaluation.Run(_folder, new RelevanceOptions()));

        Assert.Multiple(() =>
        {
            Assert.That(error!.File, Is.EqualTo(path));
            Assert.That(error!.Line, Is.EqualTo(line));
            Assert.That(error!.Message, Does.StartWith($"{path}, line {line}: "));
        });
    }

    [Test]
    public void A_missing_file_and_an_unknown_question_are_named()
    {
        File.AppendAllText(Path.Combine(_folder, "qrels.tsv"), "4\td1\t1\n");
        Assert.That(
            () => RelevanceEvaluation.Run(_folder, new RelevanceOptions()),
            Throws.TypeOf<CollectionException>().With.Message.Contains("question '4'"));
        Assert.That(
            () => RelevanceEvaluation.Run(_folder, new RelevanceOptions { Qrels = "none.tsv" }),
            Throws.TypeOf<CollectionException>().With.Message.Contains("none.tsv"));
        Assert.That(() => QuestionSet.Find(Path.Combine(_folder, "nowhere")), Throws.TypeOf<CollectionException>());
        Assert.That(QuestionSet.Find(Path.GetDirectoryName(_folder)!), Does.Contain(_folder));
    }

    [TestCase("cacm")]
    [TestCase("cisi")]
    [TestCase("cranfield")]
    [TestCase("scifact")]
    [TestCase("vaswani")]
    public void Bm25_equals_Lucene_and_the_default_ranking_is_no_worse(string name)
    {
#if DEBUG
        Assert.Ignore($"{name} is measured in Release: it takes too long otherwise.");
#endif
        string folder = SharedData.Path($"relevance/{name}");
        RelevanceReport report = RelevanceEvaluation.Run(folder, new RelevanceOptions());
        Baseline lucene = report.Baselines.First(baseline => baseline.Setting == "BM25 k1=1.2 b=0.75");

        (MeasuredQuality bm25, MeasuredQuality ours) = (report.Runs[0].Quality, report.Runs[1].Quality);
        Assert.Multiple(() =>
        {
            Assert.That(bm25.Ndcg10, Is.EqualTo(lucene.Quality.Ndcg10).Within(0.005));
            Assert.That(ours.Ndcg10, Is.GreaterThanOrEqualTo(bm25.Ndcg10));
            Assert.That(ours.Map, Is.GreaterThanOrEqualTo(bm25.Map));
        });
    }
}
