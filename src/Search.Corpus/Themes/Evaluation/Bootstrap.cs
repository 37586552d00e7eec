namespace Search.Corpus.Themes.Evaluation;

/// <summary>Intervals by drawing the same number of paragraphs again and again, with repetition.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    /// <summary>
    /// The 95 % interval of F1. Draws come from a fixed seed, so that a report is the same each time.
    /// </summary>
    public static (double Low, double High) F1Interval(IReadOnlyList<(bool Given, bool Wanted)> pairs)
    {
        if (pairs.Count == 0)
        {
            return (0, 0);
        }

        ulong state = 88172645463325252;
        var values = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            int hits = 0;
            int marked = 0;
            for (int i = 0; i < pairs.Count; i++)
            {
                // Marsaglia's xorshift64.
                state ^= unchecked(state << 13);
                state ^= state >> 7;
                state ^= unchecked(state << 17);
                (bool given, bool wanted) = pairs[(int)(state % (ulong)pairs.Count)];
                marked += (given ? 1 : 0) + (wanted ? 1 : 0);
                hits += given && wanted ? 1 : 0;
            }

            values[draw] = marked == 0 ? 0 : 2.0 * hits / marked;
        }

        Array.Sort(values);
        return (values[(int)(Draws * 0.025)], values[(int)(Draws * 0.975)]);
    }
}
