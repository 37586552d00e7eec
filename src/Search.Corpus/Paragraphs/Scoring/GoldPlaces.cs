namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>Where the units of a right split lie in the text of the split to score, found by their words.</summary>
internal sealed class GoldPlaces
{
    private const int Window = 3000;
    private readonly SplitGold _gold;
    private readonly PredictedUnits _units;
    private readonly (int Start, int End)?[] _places;
    private int _cursor;

    /// <summary>Finds them.</summary>
    public GoldPlaces(SplitGold gold, PredictedUnits units)
    {
        _gold = gold;
        _units = units;
        _places = new (int, int)?[gold.Units.Count];
        for (int i = 0; i < _places.Length; i++)
        {
            _places[i] = Place(gold.Units[i]);
        }
    }

    /// <summary>Where a unit begins; 0 where it was not found.</summary>
    public int StartOf(int i) => _places[i]?.Start ?? 0;

    /// <summary>Units that count neither for nor against.</summary>
    public bool[] Ignored()
    {
        (int Start, int End)[] regions =
            [.. _places.Where((place, i) => place is not null && !_gold.Units[i].IsScored).Select(place => place
                ?? default)];
        string[] unscored = [.. _gold.UnscoredTexts.Select(SplitText.Plain)];
        int low = _places.Min(place => place?.Start) ?? 0;
        int high = _cursor > 0 ? _cursor : _units.Plain.Length;
        bool[] ignored = new bool[_units.Count];
        for (int i = 0; i < ignored.Length; i++)
        {
            int start = _units.PlainStartOf(i);
            int end = _units.PlainEndOf(i);
            int cover = regions.Sum(region => Math.Max(0, Math.Min(end, region.End) - Math.Max(start, region.Start)));
            string own = _units.Plain[start..end];
            ignored[i] = cover >= 0.8 * (end - start)
                || (end - start >= 6 && Array.Exists(unscored, text => text.Contains(own, StringComparison.Ordinal)))
                || (_gold.IsPartial && (start >= high || end <= low));
        }

        return ignored;
    }

    private (int, int)? Place(SplitGoldUnit unit)
    {
        string start = SplitText.Plain(unit.Start);
        int reach = (unit.Words * (unit.IsScored ? 8 : 14)) + 200;
        int at = Locate(start, _cursor, _cursor + Window);
        at = at >= 0 ? at : Locate(start, Math.Max(0, _cursor - Window), _cursor);
        bool isNear = at >= 0;
        at = at >= 0 ? at : Locate(start, 0, _units.Plain.Length);
        if (at < 0 && !unit.IsScored)
        {
            string two = SplitText.Plain(string.Join(' ', unit.Start.Split(' ').Take(2)));
            at = two.Length >= 6 ? Locate(two, Math.Max(0, _cursor - 200), _cursor + Window) : -1;
        }

        if (at < 0)
        {
            return null;
        }

        int end = EndOf(unit, at, at + start.Length, reach);
        _cursor = isNear ? Math.Max(_cursor, end) : _cursor;
        return (at, end);
    }

    private int EndOf(SplitGoldUnit unit, int at, int fallback, int reach)
    {
        if (unit.Words <= 8)
        {
            return fallback;
        }

        ReadOnlySpan<char> span = _units.Plain.AsSpan(at, Math.Min(reach, _units.Plain.Length - at));
        string end = SplitText.Plain(unit.End);
        int found = unit.IsScored ? span.IndexOf(end) : span.LastIndexOf(end);
        if (found >= 0)
        {
            return at + found + end.Length;
        }

        string three = SplitText.Plain(string.Join(' ', unit.End.Split(' ').TakeLast(3)));
        found = unit.IsScored ? -1 : span.IndexOf(three);
        return found >= 0 ? at + found + three.Length : fallback;
    }

    /// <summary>First place of a key; of a short one, the first at which a unit begins.</summary>
    private int Locate(string key, int from, int to)
    {
        to = Math.Min(to, _units.Plain.Length);
        int first = Find(key, from, to);
        if (key.Length >= 25)
        {
            return first;
        }

        int at = first;
        while (at >= 0 && !_units.PlainStarts.Contains(at))
        {
            at = Find(key, at + 1, to);
        }

        return at >= 0 ? at : key.Length >= 12 ? first : -1;
    }

    private int Find(string key, int from, int to)
    {
        if (from >= to || key.Length == 0)
        {
            return -1;
        }

        int at = _units.Plain.AsSpan(from, to - from).IndexOf(key);
        return at < 0 ? -1 : from + at;
    }
}
