using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Tests.Themes;

public sealed class SchemeTrialTests
{
    private static readonly LabelledParagraph[] Paragraphs =
    [
        new("1", "A boat.", "", ["boats"]), new("2", "A raft.", "", ["boats"]), new("3", "A hill.", "", []),
    ];

    [Test]
    public void Gains_and_losses_are_told_paragraph_by_paragraph()
    {
        ThemeChange[] changes = [.. SchemeTrial.Compare(Scheme("boat"), Scheme("raft"), Paragraphs)];

        Assert.That(
            changes.Select(change => (change.Paragraph.Id, change.IsGained)), Is.EqualTo([("1", false), ("2", true)]));
    }

    [Test]
    public void A_rule_that_matches_nothing_or_everything_is_warned_of() => Assert.Multiple(() =>
    {
        Assert.That(SchemeTrial.Warnings(Scheme("ship"), Paragraphs), Has.One.Contains("none of 3"));
        Assert.That(SchemeTrial.Warnings(Scheme("a"), Paragraphs), Has.One.Contains("every one of 3"));
        Assert.That(SchemeTrial.Warnings(Scheme("raft"), Paragraphs), Is.Empty);
    });

    private static ThemeScheme Scheme(string query) => ThemeSchemeTests.Load(
        $"scheme: s\nversion: 1\nthemes:\n  - id: boats\n    label: Boats\n    bias: -1\n    rules:\n"
        + $"      - id: boats.x\n        query: {query}\n        weight: 3\n");
}
