using NUnit.Framework;
using Search.Passages.Measuring;

namespace Search.Passages.Tests.Measuring;

/// <summary>The measures against values computed by hand.</summary>
internal sealed class TrecMeasuresTests
{
    private const double Precise = 1e-12;

    // Judged: a 3, b 2, c 1, d 0, e -1. Found, best first: d x b a y.
    private static readonly Judgments Graded = new(new Dictionary<string, int>
    {
        ["a"] = 3,
        ["b"] = 2,
        ["c"] = 1,
        ["d"] = 0,
        ["e"] = -1,
    });

    private static readonly RankedList Found = List("d", "x", "b", "a", "y");

    [Test]
    public void Gains_are_grades_discounted_by_the_logarithm_of_the_place()
    {
        // 2 / log2(4) + 3 / log2(5) over 3 / log2(2) + 2 / log2(3) + 1 / log2(4).
        double found = (2 / 2.0) + (3 / 2.321928094887362);
        double best = 3 + (2 / 1.584962500721156) + (1 / 2.0);

        Assert.Multiple(() =>
        {
            Assert.That(TrecMeasures.Ndcg(Found, Graded, 10), Is.EqualTo(found / best).Within(Precise));
            Assert.That(TrecMeasures.Ndcg(Found, Graded, 3), Is.EqualTo(1 / best).Within(Precise), "cut at 3");
            Assert.That(TrecMeasures.Ndcg(Found, Graded, 2), Is.Zero);
            Assert.That(TrecMeasures.Ndcg(Found, Graded, 1), Is.Zero);
            Assert.That(TrecMeasures.Ndcg(List("a", "b", "c"), Graded, 10), Is.EqualTo(1).Within(Precise));
        });
    }

    [Test]
    public void The_ideal_list_is_cut_like_the_list_found() =>
        Assert.That(TrecMeasures.Ndcg(List("a"), Graded, 1), Is.EqualTo(1).Within(Precise));

    [Test]
    public void Precision_is_averaged_over_all_relevant_documents() =>
        Assert.That(
            TrecMeasures.AveragePrecision(Found, Graded),
            Is.EqualTo(((1 / 3.0) + (2 / 4.0) + 0) / 3).Within(Precise));

    [Test]
    public void Precision_divides_by_the_places_and_recall_by_the_relevant()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TrecMeasures.Precision(Found, Graded, 10), Is.EqualTo(0.2).Within(Precise));
            Assert.That(TrecMeasures.Precision(Found, Graded, 3), Is.EqualTo(1 / 3.0).Within(Precise));
            Assert.That(TrecMeasures.Recall(Found, Graded, 100), Is.EqualTo(2 / 3.0).Within(Precise));
            Assert.That(TrecMeasures.Recall(Found, Graded, 3), Is.EqualTo(1 / 3.0).Within(Precise));
        });
    }

    [Test]
    public void Nothing_found_and_nothing_relevant_are_zero()
    {
        RankedList none = List();
        var irrelevant = new Judgments(new Dictionary<string, int> { ["d"] = 0 });
        Assert.Multiple(() =>
        {
            Assert.That(MeasuredQuality.Of(none, Graded), Is.EqualTo(default(MeasuredQuality)));
            Assert.That(MeasuredQuality.Of(Found, irrelevant), Is.EqualTo(default(MeasuredQuality)));
            Assert.That(MeasuredQuality.Mean([]), Is.EqualTo(default(MeasuredQuality)));
        });
    }

    [Test]
    public void Equal_scores_go_by_the_greater_name_whatever_the_order_found()
    {
        var list = new RankedList(
            [new("7", 2f), new("10", 1f), new("9", 1f), new("B", 1f), new("a", 1f), new("8", 3f)]);

        Assert.That(list.Scored.Select(one => one.Key), Is.EqualTo((string[])["8", "7", "a", "B", "9", "10"]));
    }

    private static RankedList List(params string[] documents) =>
        new(documents.Select((document, place) => new KeyValuePair<string, float>(document, 100 - place)));
}
