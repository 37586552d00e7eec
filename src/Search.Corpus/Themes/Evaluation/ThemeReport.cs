namespace Search.Corpus.Themes.Evaluation;

/// <summary>How well a scheme does on labelled paragraphs.</summary>
/// <param name="Paragraphs">Number of paragraphs.</param>
/// <param name="MacroF1">Mean of the themes' F1.</param>
/// <param name="Themes">Quality of each theme, in the scheme's order.</param>
public sealed record ThemeReport(int Paragraphs, double MacroF1, IReadOnlyList<ThemeQuality> Themes)
{
    /// <summary>
    /// The same for each kind of paragraph (<c>real</c>, <c>written</c>), by kind; empty where there is only one.
    /// </summary>
    public IReadOnlyList<(string Kind, ThemeReport Report)> Kinds { get; init; } = [];

    /// <summary>What comes of saying of every paragraph what most are: the themes carried by more than half.</summary>
    public ThemeReport? Majority { get; init; }

    /// <summary>
    /// What one keyword a theme comes to: the stem whose presence alone gives the best F1 on these paragraphs.
    /// </summary>
    public ThemeReport? Keyword { get; init; }

    /// <summary>How often a score came true, by its range.</summary>
    public IReadOnlyList<ReliabilityRow> Reliability { get; init; } = [];

    /// <summary>Every wrong decision, by theme and then by score, the surest first.</summary>
    public IReadOnlyList<ThemeMistake> Mistakes { get; init; } = [];
}

/// <summary>How well one theme is found.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="TruePositives">Paragraphs that carry it and are tagged.</param>
/// <param name="FalsePositives">Tagged and do not carry it.</param>
/// <param name="FalseNegatives">Carry it and are not tagged.</param>
/// <param name="TrueNegatives">Neither.</param>
public sealed record ThemeQuality(
    string Theme, int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>Share of the tagged that carry it; 0 where none is tagged.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of those that carry it that are tagged; 0 where none carries it.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Cohen's κ of tag and label; 1 where both are the same throughout.</summary>
    public double Kappa
    {
        get
        {
            double all = TruePositives + FalsePositives + FalseNegatives + TrueNegatives;
            double agreed = TruePositives + TrueNegatives;
            double tagged = TruePositives + FalsePositives;
            double labelled = TruePositives + FalseNegatives;
            double byChance = ((tagged * labelled) + ((all - tagged) * (all - labelled))) / Math.Max(all, 1);
            return byChance >= all ? 1 : (agreed - byChance) / (all - byChance);
        }
    }

    /// <summary>Lower end of the 95 % interval of F1, by bootstrap over paragraphs.</summary>
    public double F1Low { get; init; }

    /// <summary>Upper end of the 95 % interval of F1.</summary>
    public double F1High { get; init; }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>How often scores of a range came true.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Low">Least score, included.</param>
/// <param name="High">Greatest score, included in the last range alone.</param>
/// <param name="Count">Paragraphs with such a score.</param>
/// <param name="MeanScore">Their mean score.</param>
/// <param name="Share">Share of them that carry the theme.</param>
public sealed record ReliabilityRow(string Theme, double Low, double High, int Count, double MeanScore, double Share);

/// <summary>One wrong decision.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="IsGiven">True where it was given wrongly, false where it was missed.</param>
/// <param name="Score">Its score.</param>
/// <param name="Id">Id of the paragraph.</param>
/// <param name="Title">Title of its document.</param>
/// <param name="Text">Its text.</param>
/// <param name="Evidence">What decided it, where it was given.</param>
public sealed record ThemeMistake(
    string Theme,
    bool IsGiven,
    double Score,
    string Id,
    string Title,
    string Text,
    IReadOnlyList<ThemeEvidence> Evidence);
