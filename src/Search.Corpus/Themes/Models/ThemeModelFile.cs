using System.Globalization;
using System.Text;
using Search.Corpus.Themes.Features;

namespace Search.Corpus.Themes.Models;

/// <summary>
/// The readable form of a model: a receipt in lines that begin with <c>#</c>, then one line each for <c>themes</c>,
/// <c>bias</c>, <c>slope</c>, <c>shift</c> and <c>threshold</c>, then a line a rule and a word (<c>rule id</c>,
/// <c>stem x</c>, <c>pair x y</c>, <c>title x</c>, <c>heading x</c>) with a weight a theme behind a tabulator each.
/// Lines that begin with <c>measured</c> tell how well each theme was found when the model was trained.
/// </summary>
internal static class ThemeModelFile
{
    private static readonly string[] CurveNames = ["bias", "slope", "shift", "threshold"];

    /// <summary>Reads a model.</summary>
    /// <exception cref="ThemeSchemeException">The text is no model.</exception>
    public static ThemeModel Read(string file, string text)
    {
        List<string> receipt = [];
        string[] themes = [];
        Dictionary<string, float[]> curves = new(StringComparer.Ordinal);
        Dictionary<string, float[]> rules = new(StringComparer.Ordinal);
        Dictionary<string, float[]> measured = new(StringComparer.Ordinal);
        var space = new FeatureSpace();
        List<float> weights = [];
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            string line = raw.ToString();
            if (line.StartsWith('#'))
            {
                receipt.Add(line[1..].Trim());
                continue;
            }

            string[] cells = line.Split('\t');
            if (line.Length == 0)
            {
                continue;
            }

            if (cells[0] == "themes")
            {
                themes = cells[1..];
                continue;
            }

            float[] values = Values(file, number, cells, themes.Length);
            if (CurveNames.Contains(cells[0], StringComparer.Ordinal))
            {
                curves[cells[0]] = values;
            }
            else if (cells[0].StartsWith("measured ", StringComparison.Ordinal))
            {
                measured[cells[0]] = values;
            }
            else if (cells[0].StartsWith("rule ", StringComparison.Ordinal))
            {
                rules[cells[0][5..]] = values;
            }
            else
            {
                AddFeature(file, number, space, cells[0], weights.Count / Math.Max(1, themes.Length));
                weights.AddRange(values);
            }
        }

        return CurveNames.All(curves.ContainsKey) && themes.Length > 0
            ? new ThemeModel(Curves(themes, curves), space, [.. weights], rules, receipt, text) { Measured = measured }
            : throw new ThemeSchemeException(file, 0,
                $"a model with lines themes, {string.Join(", ", CurveNames)} was expected.");
    }

    /// <summary>Writes a model whose lines are in the order given.</summary>
    public static string Write(
        IEnumerable<string> receipt, IReadOnlyList<ThemeCurve> themes,
            IEnumerable<(string Name, float[] Weights)> lines)
    {
        var text = new StringBuilder();
        foreach (string line in receipt)
        {
            text.Append("# ").Append(line).Append('\n');
        }

        text.Append("themes\t").AppendJoin('\t', themes.Select(theme => theme.Theme)).Append('\n');
        Row(text, "bias", themes.Select(theme => theme.Bias));
        Row(text, "slope", themes.Select(theme => theme.Slope));
        Row(text, "shift", themes.Select(theme => theme.Shift));
        Row(text, "threshold", themes.Select(theme => theme.Threshold));
        foreach ((string name, float[] weights) in lines)
        {
            Row(text, name, weights.Select(weight => (double)weight));
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, IEnumerable<double> values) =>
        text.Append(name).Append('\t')
            .AppendJoin('\t', values.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture)))
                .Append('\n');

    private static float[] Values(string file, int line, string[] cells, int count)
    {
        var values = new float[cells.Length - 1];
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.TryParse(cells[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i])
                || !float.IsFinite(values[i]))
            {
                throw new ThemeSchemeException(file, line, $"a number was expected, not '{cells[i + 1]}'.");
            }
        }

        return values.Length == count
            ? values
            : throw new ThemeSchemeException(file, line, $"{count} numbers were expected, one a theme.");
    }

    private static void AddFeature(string file, int line, FeatureSpace space, string name, int expected)
    {
        try
        {
            if (space.Add(name) != expected)
            {
                throw new ThemeSchemeException(file, line, $"'{name}' is there twice.");
            }
        }
        catch (FormatException error)
        {
            throw new ThemeSchemeException(file, line, error.Message, error);
        }
    }

    private static ThemeCurve[] Curves(string[] themes, Dictionary<string, float[]> curves) =>
    [
        .. themes.Select((theme, i) => new ThemeCurve(
            theme, curves["bias"][i], curves["slope"][i], curves["shift"][i], curves["threshold"][i])),
    ];
}
