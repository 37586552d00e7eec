using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Evaluation;
using Search.Corpus.Themes.Labels;
using Search.Corpus.Themes.Training;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeTrainerTests
{
    private static readonly string[] Animals = ["cat", "dog", "fox", "hen", "cow", "ewe"];

    [Test]
    public void A_word_that_no_rule_knows_is_learnt_and_named_as_evidence()
    {
        ThemeScheme rules = ThemeSchemeTests.Load(
            """
            scheme: small
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
        LabelledParagraph[] labels =
        [
            .. Enumerable.Range(0, 60).Select(i => new LabelledParagraph(
                $"{i}",
                i % 2 == 0 ? $"The {Animals[i % 6]} boards a ferry." : $"The {Animals[i % 6]} eats an apple.",
                "",
                i % 2 == 0 ? ["boats"] : [])),
        ];

        ThemeTraining training = ThemeTrainer.Train(rules, labels);

        using TestFolder folder = new();
        ThemeScheme trained = ThemeScheme.Load(
            folder.Write("themes.yaml", RulesText(rules)), folder.Write("themes.model.txt", training.ModelText));
        string text = "One more ferry leaves.";
        ThemeTag tag = new ThemeTagger(trained).Tag(text, null).Single();
        Assert.Multiple(() =>
        {
            Assert.That(training.Report.MacroF1, Is.EqualTo(1));
            Assert.That(tag.Evidence.Select(item => text[item.Start..item.End]), Has.Some.EqualTo("ferry"));
            Assert.That(ThemeTrainer.Train(rules, labels).ModelText, Is.EqualTo(training.ModelText));
        });
    }

    [Test]
    public void Cross_validated_over_documents_the_shipped_scheme_holds_its_bars()
    {
        string path = TestData.Find("../themes/dev.jsonl");
        IReadOnlyList<LabelledParagraph> labels = LabelFile.Read(path);
        IReadOnlyList<LabelledParagraph> written =
            LabelFile.ReadAll(Path.Combine(TestData.ProjectRoot(), "corpus", "training"));
        ThemeScheme rules = ThemeScheme.Load(ShippedScheme.Path, null);

        ThemeTraining training = ThemeTrainer.Train(
            rules, labels, new ThemeTrainingOptions { Supplement = written, Folds = 5 });

        ThemeReport report = training.Report;
        TestContext.Out.WriteLine(ThemeReportJson.Write(report));
        ThemePrediction[] hard =
        [
            .. training.Predictions.Where(item => item.Label.Kind == "written" && !item.Label.Carries("new-treaty")),
        ];
        Assert.Multiple(() =>
        {
            Assert.That(report.MacroF1, Is.GreaterThan(0.81));
            Assert.That(report.Themes.Select(theme => theme.F1), Is.All.GreaterThan(0.78));
            Assert.That(report.Themes.Single(theme => theme.Theme == "new-treaty").Precision, Is.GreaterThan(0.85));
            Assert.That(report.MacroF1, Is.GreaterThan(report.Keyword!.MacroF1 + 0.2)); // measured by the trainer
            Assert.That(hard.Count(item => item.Decisions[3].IsGiven), Is.LessThanOrEqualTo(hard.Length / 10));
        });
    }

    /// <summary>The text of a scheme of one rule.</summary>
    private static string RulesText(ThemeScheme scheme) =>
        $"scheme: {scheme.Name}\nversion: {scheme.Number}\nthemes:\n  - id: {scheme.Themes[0].Id}\n    label: x\n"
        + $"    bias: -1\n    rules:\n      - id: {scheme.Themes[0].Rules[0].Id}\n        query: "
        + $"{scheme.Themes[0].Rules[0].Query}\n        weight: 3\n";
}
