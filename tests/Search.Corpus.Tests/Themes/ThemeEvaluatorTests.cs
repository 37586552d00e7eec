using System.Text.Json;
using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeEvaluatorTests
{
    private static readonly ThemeScheme Boats = ThemeSchemeTests.Load(
        """
        scheme: boats
        version: 1
        themes:
          - id: boats
            label: Boats
            bias: -1
            rules:
              - id: boats.boat
                query: boat
                weight: 3
        """);

    private static readonly LabelledParagraph[] Labels =
    [
        new("1", "A boat sails.", "", ["boats"]) { Kind = "real" },
        new("2", "Boats are dear.", "", ["boats"]) { Kind = "real" },
        new("3", "The ferry is late.", "", ["boats"]) { Kind = "written" },
        new("4", "A boat shed burned.", "", []) { Kind = "written" },
        new("5", "Rain at noon.", "", []) { Kind = "real" },
    ];

    [Test]
    public void Counts_and_measures_are_those_counted_by_hand()
    {
        ThemeReport report = ThemeEvaluator.Evaluate(Boats, Labels);
        ThemeQuality boats = report.Themes.Single();

        Assert.Multiple(() =>
        {
            Assert.That(
                (boats.TruePositives, boats.FalsePositives, boats.FalseNegatives, boats.TrueNegatives),
                Is.EqualTo((2, 1, 1, 1)));
            Assert.That(boats.Precision, Is.EqualTo(2.0 / 3).Within(1e-12));
            Assert.That(boats.Recall, Is.EqualTo(2.0 / 3).Within(1e-12));
            Assert.That(report.MacroF1, Is.EqualTo(2.0 / 3).Within(1e-12));
            Assert.That(boats.Kappa, Is.EqualTo((0.6 - 0.52) / 0.48).Within(1e-12));
            Assert.That(boats.F1Low, Is.LessThan(boats.F1));
            Assert.That(boats.F1High, Is.GreaterThan(boats.F1));
            Assert.That(report.Kinds.Select(kind => (kind.Kind, kind.Report.Paragraphs)),
                Is.EqualTo([("real", 3), ("written", 2)]));
            Assert.That(
                report.Mistakes.Select(mistake => (mistake.Id, mistake.IsGiven, mistake.Evidence.Count)).Order(),
                Is.EqualTo([("3", false, 0), ("4", true, 1)]));
            Assert.That(report.Majority!.Themes[0].Recall, Is.EqualTo(1)); // always measured by Evaluate
            Assert.That(report.Keyword!.Themes[0].F1, Is.GreaterThanOrEqualTo(2.0 / 3)); // likewise
        });
    }

    [Test]
    public void The_json_has_the_agreed_members()
    {
        string text = ThemeReportJson.Write(ThemeEvaluator.Evaluate(Boats, Labels), writesMistakes: true);
        JsonElement json = JsonDocument.Parse(text).RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("macro_f1").GetDouble(), Is.EqualTo(0.6667));
            foreach (string member in (string[])["precision", "recall", "f1"])
            {
                Assert.That(
                    json.GetProperty("themes").GetProperty("boats").GetProperty(member).GetDouble(),
                        Is.EqualTo(0.6667));
            }

            Assert.That(json.GetProperty("mistakes").GetArrayLength(), Is.EqualTo(2));
        });
    }
}
