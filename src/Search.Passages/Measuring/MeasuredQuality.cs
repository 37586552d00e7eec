namespace Search.Passages.Measuring;

/// <summary>The four figures of a question, or their means over questions.</summary>
/// <param name="Ndcg10">nDCG of the first 10 places (ndcg_cut_10).</param>
/// <param name="Map">Average precision over the first 1,000 places (map).</param>
/// <param name="P10">Precision of the first 10 places (P_10).</param>
/// <param name="R100">Recall of the first 100 places (recall_100).</param>
public readonly record struct MeasuredQuality(double Ndcg10, double Map, double P10, double R100)
{
    /// <summary>Places that are looked at.</summary>
    public const int Depth = 1000;

    /// <summary>Measures the list of one question.</summary>
    public static MeasuredQuality Of(RankedList ranked, Judgments judgments) => new(
        TrecMeasures.Ndcg(ranked, judgments, 10),
        TrecMeasures.AveragePrecision(ranked, judgments),
        TrecMeasures.Precision(ranked, judgments, 10),
        TrecMeasures.Recall(ranked, judgments, 100));

    /// <summary>The means; zeros for none.</summary>
    public static MeasuredQuality Mean(IReadOnlyCollection<MeasuredQuality> all) => all.Count == 0
        ? default
        : new(
            all.Average(one => one.Ndcg10),
            all.Average(one => one.Map),
            all.Average(one => one.P10),
            all.Average(one => one.R100));
}
