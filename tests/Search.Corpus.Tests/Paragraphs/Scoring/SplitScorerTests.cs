using NUnit.Framework;
using Search.Corpus.Paragraphs.Scoring;

namespace Search.Corpus.Tests.Paragraphs.Scoring;

public sealed class SplitScorerTests
{
    private static readonly string[] Texts =
    [
        "A Heading Of The Document",
        "The first paragraph of the document has more than eight words, as is proper for it.",
        "The second paragraph of the document has rather many words, and they are not those of the first one.",
        "Short one.",
    ];

    [Test]
    public void The_perfect_rendering_scores_one()
    {
        SplitScore score = SplitScorer.Score(Gold(), Texts);

        Assert.That((score.Precision, score.Recall, score.F1, score.BoundaryF1, score.Clean), Is.EqualTo((1.0, 1.0,
            1.0, 1.0, 3)));
    }

    [Test]
    public void A_unit_cut_in_two_costs_it_and_half_its_boundaries()
    {
        string second = Texts[2];
        SplitScore score = SplitScorer.Score(Gold(), [Texts[0], Texts[1], second[..60], second[60..], Texts[3]]);

        Assert.Multiple(() =>
        {
            Assert.That((score.Matches, score.Predicted, score.Gold), Is.EqualTo((2, 4, 3)));
            Assert.That(score.Boundaries, Is.EqualTo(6));
            Assert.That(score.Missed, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void What_lies_in_a_heading_counts_neither_for_nor_against()
    {
        SplitScore score = SplitScorer.Score(Gold(), ["A Heading", "Of The Document", .. Texts[1..]]);

        Assert.That((score.F1, score.Ignored), Is.EqualTo((1.0, 2)));
    }

    [Test]
    public void Hyphens_bullets_note_marks_and_links_do_not_matter()
    {
        SplitScore score = SplitScorer.Score(Gold(), [
            Texts[0],
            "• The first para- graph of the [document](http://x.org) has more than eight words, as is proper for it.12",
            Texts[2],
            Texts[3],
        ]);

        Assert.That(score.F1, Is.EqualTo(1.0));
    }

    [Test]
    public async Task The_splits_made_by_hand_are_met()
    {
        string splits = Path.GetFullPath(Path.Combine(TestData.Find("corpus"), "..", "..", "splits"));
        if (!Directory.Exists(splits))
        {
            Assert.Ignore("there are no splits made by hand beside SEARCH_TEST_DATA");
        }

        IReadOnlyList<SplitScore> scores = await SplitEvaluation.RunAsync(splits, TestData.Find("corpus"));

        foreach (SplitScore score in scores)
        {
            await TestContext.Out.WriteLineAsync($"{score.F1:0.000} {score.File}");
        }

        Assert.That(scores.Average(score => score.F1), Is.GreaterThanOrEqualTo(0.90));
        Assert.That(scores.Min(score => score.F1), Is.GreaterThanOrEqualTo(0.75));
    }

    private static SplitGold Gold() => new("x", false, [
        Unit("heading", Texts[0]), Unit("paragraph", Texts[1]), Unit("item", Texts[2]), Unit("paragraph", Texts[3])]);

    private static SplitGoldUnit Unit(string kind, string text)
    {
        string[] words = text.Split(' ');
        return new SplitGoldUnit(
            kind, string.Join(' ', words.Take(8)), string.Join(' ', words.TakeLast(8)), words.Length);
    }
}
