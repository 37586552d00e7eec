using System.Text;
using System.Text.Json;

namespace Search.Corpus.Themes.Evaluation;

/// <summary>Writes a report as JSON, in snake_case: <c>macro_f1</c> and <c>themes</c> by id first.</summary>
public static class ThemeReportJson
{
    /// <summary>The report as one JSON object.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writesMistakes">Whether every wrong paragraph is given with its text and evidence.</param>
    public static string Write(ThemeReport report, bool writesMistakes = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            Core(writer, report);
            foreach ((string kind, ThemeReport part) in report.Kinds)
            {
                Part(writer, kind, part);
            }

            Part(writer, "majority_baseline", report.Majority);
            Part(writer, "keyword_baseline", report.Keyword);
            Reliability(writer, report);
            if (writesMistakes)
            {
                Mistakes(writer, report);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Part(Utf8JsonWriter writer, string name, ThemeReport? report)
    {
        if (report is not null)
        {
            writer.WriteStartObject(name);
            Core(writer, report);
            writer.WriteEndObject();
        }
    }

    private static void Core(Utf8JsonWriter writer, ThemeReport report)
    {
        writer.WriteNumber("macro_f1", Rounded(report.MacroF1));
        writer.WriteNumber("paragraphs", report.Paragraphs);
        writer.WriteStartObject("themes");
        foreach (ThemeQuality theme in report.Themes)
        {
            writer.WriteStartObject(theme.Theme);
            writer.WriteNumber("precision", Rounded(theme.Precision));
            writer.WriteNumber("recall", Rounded(theme.Recall));
            writer.WriteNumber("f1", Rounded(theme.F1));
            writer.WriteNumber("f1_low", Rounded(theme.F1Low));
            writer.WriteNumber("f1_high", Rounded(theme.F1High));
            writer.WriteNumber("kappa", Rounded(theme.Kappa));
            writer.WriteNumber("true_positives", theme.TruePositives);
            writer.WriteNumber("false_positives", theme.FalsePositives);
            writer.WriteNumber("false_negatives", theme.FalseNegatives);
            writer.WriteNumber("true_negatives", theme.TrueNegatives);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Reliability(Utf8JsonWriter writer, ThemeReport report)
    {
        writer.WriteStartArray("reliability");
        foreach (ReliabilityRow row in report.Reliability)
        {
            writer.WriteStartObject();
            writer.WriteString("theme", row.Theme);
            writer.WriteNumber("low", row.Low);
            writer.WriteNumber("high", row.High);
            writer.WriteNumber("count", row.Count);
            writer.WriteNumber("mean_score", Rounded(row.MeanScore));
            writer.WriteNumber("share", Rounded(row.Share));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Mistakes(Utf8JsonWriter writer, ThemeReport report)
    {
        writer.WriteStartArray("mistakes");
        foreach (ThemeMistake mistake in report.Mistakes)
        {
            writer.WriteStartObject();
            writer.WriteString("theme", mistake.Theme);
            writer.WriteString("kind", mistake.IsGiven ? "false_positive" : "false_negative");
            writer.WriteNumber("score", Rounded(mistake.Score));
            writer.WriteString("id", mistake.Id);
            writer.WriteString("title", mistake.Title);
            writer.WriteString("text", mistake.Text);
            writer.WriteStartArray("evidence");
            foreach (ThemeEvidence evidence in mistake.Evidence)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", evidence.Rule);
                writer.WriteNumber("start", evidence.Start);
                writer.WriteNumber("end", evidence.End);
                writer.WriteString("words", mistake.Text[evidence.Start..evidence.End]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
