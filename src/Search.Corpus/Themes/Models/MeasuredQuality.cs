namespace Search.Corpus.Themes.Models;

/// <summary>How well a theme was found by cross-validation when its model was trained.</summary>
/// <param name="Precision">Share of the tags that were right.</param>
/// <param name="Recall">Share of the paragraphs with the theme that were tagged.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="F1Low">Lower end of its 95 % interval.</param>
/// <param name="F1High">Upper end of it.</param>
public sealed record MeasuredQuality(double Precision, double Recall, double F1, double F1Low, double F1High)
{
    /// <summary>Name of the model's line of precisions.</summary>
    internal const string PrecisionLine = "measured precision";

    /// <summary>Name of the model's line of recalls.</summary>
    internal const string RecallLine = "measured recall";

    /// <summary>Name of the model's line of F1.</summary>
    internal const string F1Line = "measured f1";

    /// <summary>Name of the model's line of the lower ends.</summary>
    internal const string F1LowLine = "measured f1-low";

    /// <summary>Name of the model's line of the upper ends.</summary>
    internal const string F1HighLine = "measured f1-high";

    /// <summary>What the lines of a model say of the theme in a column; null where they say nothing.</summary>
    internal static MeasuredQuality? Of(IReadOnlyDictionary<string, float[]> lines, int column)
    {
        string[] names = [PrecisionLine, RecallLine, F1Line, F1LowLine, F1HighLine];
        if (!names.All(lines.ContainsKey))
        {
            return null;
        }

        double[] values = [.. names.Select(name => Math.Round(lines[name][column], 3))];
        return new MeasuredQuality(values[0], values[1], values[2], values[3], values[4]);
    }
}
