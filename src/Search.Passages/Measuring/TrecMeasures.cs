namespace Search.Passages.Measuring;

/// <summary>
/// Measures of one ranked list, as trec_eval defines them (ndcg_cut, map, P, recall). What is not judged is not
/// relevant; a question for which nothing was found has 0.
/// </summary>
public static class TrecMeasures
{
    /// <summary>
    /// Discounted cumulated gain over the first places, divided by that of the best possible order of all judged
    /// documents: the grade is the gain, log2(place + 1) the discount (Järvelin and Kekäläinen 2002, as ndcg_cut).
    /// </summary>
    public static double Ndcg(RankedList ranked, Judgments judgments, int cut)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(judgments);
        double found = Sum(Math.Min(cut, ranked.Count), place => judgments.Gain(ranked[place]));
        double ideal = Sum(Math.Min(cut, judgments.Ideal.Count), place => judgments.Ideal[place]);
        return ideal == 0 ? 0 : found / ideal;
    }

    /// <summary>
    /// The mean, over all relevant documents, of the precision at the place of each; 0 for those not found.
    /// </summary>
    public static double AveragePrecision(RankedList ranked, Judgments judgments)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(judgments);
        double sum = 0;
        int relevant = 0;
        for (int place = 0; place < ranked.Count; place++)
        {
            if (judgments.Gain(ranked[place]) > 0)
            {
                sum += ++relevant / (place + 1.0);
            }
        }

        return judgments.Relevant == 0 ? 0 : sum / judgments.Relevant;
    }

    /// <summary>Relevant documents among the first places, divided by the number of places, found or not.</summary>
    public static double Precision(RankedList ranked, Judgments judgments, int cut) =>
        Found(ranked, judgments, cut) / (double)cut;

    /// <summary>Relevant documents among the first places, divided by all relevant ones.</summary>
    public static double Recall(RankedList ranked, Judgments judgments, int cut)
    {
        ArgumentNullException.ThrowIfNull(judgments);
        return judgments.Relevant == 0 ? 0 : Found(ranked, judgments, cut) / (double)judgments.Relevant;
    }

    private static int Found(RankedList ranked, Judgments judgments, int cut)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(judgments);
        int found = 0;
        for (int place = 0; place < Math.Min(cut, ranked.Count); place++)
        {
            found += judgments.Gain(ranked[place]) > 0 ? 1 : 0;
        }

        return found;
    }

    private static double Sum(int count, Func<int, int> gain)
    {
        double sum = 0;
        for (int place = 0; place < count; place++)
        {
            sum += gain(place) / Math.Log2(place + 2);
        }

        return sum;
    }
}
