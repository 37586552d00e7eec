using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Themes.Training;

/// <summary>How a model is trained.</summary>
public sealed record ThemeTrainingOptions
{
    /// <summary>
    /// Labelled paragraphs that are learnt from in every round and never judged by: those written for the purpose.
    /// </summary>
    public IReadOnlyList<LabelledParagraph> Supplement { get; init; } = [];

    /// <summary>Rounds of the trial; in each, the documents of one part are kept back.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Penalty on large weights.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>
    /// Share of the weight written in the scheme that a rule of the theme itself starts from; what is learnt is how
    /// far it departs from that, and departing has its price.
    /// </summary>
    public double WrittenShare { get; init; } = 0.8;

    /// <summary>
    /// Value of a hit by a rule of the theme itself; a word's is below 1. Larger values make departing cheaper.
    /// </summary>
    public double OwnRule { get; init; } = 0.7;

    /// <summary>Value of a hit by a rule of another theme.</summary>
    public double OtherRule { get; init; } = 0.2;

    /// <summary>Paragraphs in which a word or pair has to occur to be learnt.</summary>
    public int LeastParagraphs { get; init; } = 2;

    /// <summary>Words whose weight is below this for every theme are left out of the file.</summary>
    public double LeastWeight { get; init; } = 0.02;

    /// <summary>What the labels are called in the receipt, such as a file's name; null for no name.</summary>
    public string? Source { get; init; }
}
