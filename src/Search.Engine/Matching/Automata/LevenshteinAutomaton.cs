using System.Text;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// Terms within an edit distance of a word, where an edit takes away, adds or changes one code point or swaps two
/// neighbours (the restricted distance, as Lucene's LevenshteinAutomata with transpositions). A state is the row of the
/// distance matrix that the code points read so far lead to, with distances above the limit cut off, so that there are
/// few.
/// </summary>
internal sealed class LevenshteinAutomaton : TermAutomaton
{
    private readonly int[] _word;
    private readonly int _maxEdits;
    private readonly int _prefixLength;
    private readonly int[] _labels;
    private readonly byte[]? _columns;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];
    private readonly Lock _lock = new();

    // Of each state: the state behind each label, behind any other code point, and the edits if a term ends here.
    private volatile int[][] _steps = [];

    /// <summary>Makes an automaton.</summary>
    /// <param name="word">The word.</param>
    /// <param name="maxEdits">Most edits, 0 to 2.</param>
    /// <param name="prefixLength">Leading code points of the word that must stand unchanged.</param>
    public LevenshteinAutomaton(string word, int maxEdits, int prefixLength)
    {
        _word = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        _maxEdits = maxEdits;
        _prefixLength = Math.Min(prefixLength, _word.Length);
        _labels = [.. _word.Distinct().Order()];
        _columns = Columns(_labels);
        Row first = Row.First(_word.Length - _prefixLength, _maxEdits);
        for (int i = 0; i <= _prefixLength; i++)
        {
            Number(first with { PrefixRead = i });
        }
    }

    /// <summary>Length of the word in code points.</summary>
    public int WordLength => _word.Length;

    /// <summary>The edits between the word and a term that is accepted; more than the limit for others.</summary>
    public int Edits(string term)
    {
        int state = 0;
        foreach (Rune rune in term.EnumerateRunes())
        {
            state = Step(state, rune.Value);
            if (state == Dead)
            {
                return _maxEdits + 1;
            }
        }

        return Edits(state);
    }

    /// <inheritdoc/>
    public override bool IsAccepting(int state) => Edits(state) <= _maxEdits;

    /// <inheritdoc/>
    public override int Step(int state, int codePoint)
    {
        int column = Column(codePoint);
        int next = _steps[state][column];
        if (next == Unknown)
        {
            lock (_lock)
            {
                next = Make(state, column);
                _steps[state][column] = next;
            }
        }

        return next;
    }

    /// <inheritdoc/>
    public override int NextLabel(int state, int from)
    {
        if (from > 0x10FFFF)
        {
            return -1;
        }

        if (Step(state, OtherThanLabels) != Dead)
        {
            // Any code point that is none of the word's own lives; one of the word's own does no worse.
            return from;
        }

        foreach (int label in _labels)
        {
            if (label >= from && Step(state, label) != Dead)
            {
                return label;
            }
        }

        return -1;
    }

    /// <summary>The column of each ASCII character; null for a word of too many different characters.</summary>
    private static byte[]? Columns(int[] labels)
    {
        if (labels.Length > byte.MaxValue)
        {
            return null;
        }

        var columns = new byte[128];
        columns.AsSpan().Fill((byte)labels.Length);
        for (int i = 0; i < labels.Length && labels[i] < columns.Length; i++)
        {
            columns[labels[i]] = (byte)i;
        }

        return columns;
    }

    private int Column(int codePoint)
    {
        if (_columns is { } columns && codePoint >= 0 && codePoint < columns.Length)
        {
            return columns[codePoint];
        }

        int label = Array.BinarySearch(_labels, codePoint);
        return label < 0 ? _labels.Length : label;
    }

    private const int Unknown = -2;
    private const int OtherThanLabels = -1;

    private int Edits(int state) => _steps[state][^1];

    private int Make(int state, int column)
    {
        Row row = _rows[state];
        int codePoint = column == _labels.Length ? OtherThanLabels : _labels[column];
        if (row.PrefixRead < _prefixLength)
        {
            return _word[row.PrefixRead] == codePoint ? state + 1 : Dead;
        }

        Row next = row.Read(_word.AsSpan(_prefixLength), codePoint, _maxEdits);
        return next.IsDead(_maxEdits) ? Dead : Number(next);
    }

    private int Number(Row row)
    {
        string key = row.Key;
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _rows.Count;
            _numbers.Add(key, number);
            _rows.Add(row);
            var steps = new int[_labels.Length + 2];
            steps.AsSpan().Fill(Unknown);
            steps[^1] = row.PrefixRead < _prefixLength ? _maxEdits + 1 : row.Distances[^1];
            _steps = [.. _steps, steps];
        }

        return number;
    }

    /// <summary>A row of the distance matrix.</summary>
    /// <param name="PrefixRead">Code points of the fixed prefix that were read.</param>
    /// <param name="Distances">Entry j: edits between what was read and the first j code points; cut at the limit +
    /// 1.</param>
    /// <param name="Swaps">Entry j: edits to j if the (j-1)-th code point comes next: it was swapped with the
    /// j-th.</param>
    private sealed record Row(int PrefixRead, byte[] Distances, byte[] Swaps)
    {
        public string Key => string.Concat(
            (char)PrefixRead, Encoding.Latin1.GetString(Distances), Encoding.Latin1.GetString(Swaps));

        public static Row First(int length, int maxEdits)
        {
            var distances = new byte[length + 1];
            var swaps = new byte[length + 1];
            for (int j = 0; j <= length; j++)
            {
                distances[j] = (byte)Math.Min(j, maxEdits + 1);
                swaps[j] = (byte)(maxEdits + 1);
            }

            return new Row(0, distances, swaps);
        }

        public bool IsDead(int maxEdits) =>
            !Array.Exists(Distances, distance => distance <= maxEdits)
            && !Array.Exists(Swaps, distance => distance <= maxEdits);

        public Row Read(ReadOnlySpan<int> word, int codePoint, int maxEdits)
        {
            int most = maxEdits + 1;
            var distances = new byte[word.Length + 1];
            var swaps = new byte[word.Length + 1];
            distances[0] = (byte)Math.Min(Distances[0] + 1, most);
            swaps.AsSpan().Fill((byte)most);
            for (int j = 1; j <= word.Length; j++)
            {
                int changed = Distances[j - 1] + (word[j - 1] == codePoint ? 0 : 1);
                int edits = Math.Min(changed, Math.Min(Distances[j], distances[j - 1]) + 1);
                if (j > 1 && word[j - 2] == codePoint)
                {
                    edits = Math.Min(edits, Swaps[j]);
                }

                distances[j] = (byte)Math.Min(edits, most);

                // The word's (j+1)-th was read in place of its j-th, which may come next.
                if (j < word.Length && word[j] == codePoint)
                {
                    swaps[j + 1] = (byte)Math.Min(Distances[j - 1] + 1, most);
                }
            }

            return new Row(PrefixRead, distances, swaps);
        }
    }
}
