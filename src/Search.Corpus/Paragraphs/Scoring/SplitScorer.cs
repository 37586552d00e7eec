namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>
/// Scores a split against a right one: a unit is right where its first and its last words are. What lies in headings,
/// signatures and other kinds counts neither for nor against.
/// </summary>
public static class SplitScorer
{
    private const int WordsOfKey = 8;

    /// <summary>Scores.</summary>
    /// <param name="gold">The right split.</param>
    /// <param name="predicted">Texts of the units to score, in order.</param>
    public static SplitScore Score(SplitGold gold, IReadOnlyList<string> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        PredictedUnits units = new(predicted);
        GoldPlaces places = new(gold, units);
        bool[] isIgnored = places.Ignored();
        Dictionary<int, int> matches = [];
        int clean = 0;
        for (int i = 0; i < gold.Units.Count; i++)
        {
            SplitGoldUnit unit = gold.Units[i];
            if (unit.IsScored && BestMatch(unit, units, places.StartOf(i), matches) is (int index, bool isClean))
            {
                matches[index] = i;
                isIgnored[index] = false;
                clean += isClean ? 1 : 0;
            }
        }

        int[] counted = [.. Enumerable.Range(0, units.Count).Where(i => !isIgnored[i])];
        HashSet<int> found = [.. matches.Values];
        int boundaries = Boundaries(gold, units, places, counted, isStart: true)
            + Boundaries(gold, units, places, counted, isStart: false);
        return new SplitScore(
            gold.File,
            gold.Units.Count(unit => unit.IsScored),
            counted.Length,
            units.Count - counted.Length,
            matches.Count,
            clean,
            boundaries)
        {
            Missed = [.. gold.Units.Where((unit, i) => unit.IsScored && !found.Contains(i)).Select(unit => unit.Start)],
            Spurious = [.. counted.Where(i => !matches.ContainsKey(i)).Select(i => units.TextOf(i))],
        };
    }

    private static (int Index, bool IsClean)? BestMatch(
        SplitGoldUnit unit,
        PredictedUnits units,
        int place,
        Dictionary<int, int> taken)
    {
        string start = SplitText.Key(unit.Start);
        string end = SplitText.EndKey(unit.End);
        (int Index, bool IsClean)? best = null;
        int bestDistance = int.MaxValue;
        for (int i = 0; i < units.Count; i++)
        {
            if (taken.ContainsKey(i) || !Agrees(unit, units, i, start, end))
            {
                continue;
            }

            bool isClean = Math.Abs(units.WordsOf(i) - unit.Words) <= 2 + (0.02 * unit.Words);
            int distance = Math.Abs(units.PlainStartOf(i) - place);
            bool isBetter = best is not (int _, bool wasClean)
                || (isClean && !wasClean) || (isClean == wasClean && distance < bestDistance);
            if (isBetter)
            {
                best = (i, isClean);
                bestDistance = distance;
            }
        }

        return best;
    }

    private static bool Agrees(SplitGoldUnit unit, PredictedUnits units, int i, string start, string end)
    {
        string key = units.KeyOf(i);
        if (unit.Words <= WordsOfKey)
        {
            return key == start;
        }

        int words = units.WordsOf(i);
        return key.StartsWith(start, StringComparison.Ordinal) && key.EndsWith(end, StringComparison.Ordinal)
            && words >= (0.6 * unit.Words) - 8 && words <= (1.3 * unit.Words) + 12;
    }

    private static int Boundaries(SplitGold gold, PredictedUnits units, GoldPlaces places, int[] counted, bool isStart)
    {
        HashSet<int> used = [];
        for (int i = 0; i < gold.Units.Count; i++)
        {
            SplitGoldUnit unit = gold.Units[i];
            if (!unit.IsScored)
            {
                continue;
            }

            string key = isStart ? SplitText.Key(unit.Start) : SplitText.EndKey(unit.End);
            int best = -1;
            int bestDistance = int.MaxValue;
            foreach (int candidate in counted.Where(candidate => !used.Contains(candidate)))
            {
                int distance = Math.Abs(units.PlainStartOf(candidate) - places.StartOf(i));
                bool isThere = isStart ? units.StartsWith(candidate, key, unit.Words <= WordsOfKey)
                    : units.EndsWith(candidate, key);
                if (isThere && distance < bestDistance)
                {
                    best = candidate;
                    bestDistance = distance;
                }
            }

            if (best >= 0)
            {
                used.Add(best);
            }
        }

        return used.Count;
    }
}
