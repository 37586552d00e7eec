namespace Search.Engine.Matching.Automata;

/// <summary>
/// The automaton of a regular expression: a state is an expression, a step its derivative. States are made as they are
/// reached; where they become too many, steps lead to death and <see cref="IsTooComplex"/> says so.
/// </summary>
internal sealed class RegexAutomaton : TermAutomaton
{
    private const int MaxStates = 5_000;
    private const int MaxExpressions = 200_000;

    private readonly RegexExpressions _expressions;
    private readonly Dictionary<RegexExpression, int> _numbers = [];
    private readonly Lock _lock = new();
    private volatile State[] _states = [];

    /// <summary>Makes an automaton.</summary>
    /// <param name="expressions">The maker of the expression, which this automaton alone uses from now on.</param>
    /// <param name="expression">The expression.</param>
    public RegexAutomaton(RegexExpressions expressions, RegexExpression expression)
    {
        _expressions = expressions;
        Number(expression);
    }

    /// <summary>Whether some terms may have been missed, since the expression needs too many states.</summary>
    public bool IsTooComplex { get; private set; }

    /// <inheritdoc/>
    public override bool IsAccepting(int state) => _states[state].Expression.IsNullable;

    /// <inheritdoc/>
    public override bool AcceptsAnyRest(int state) => _states[state].Expression == _expressions.AnyText;

    /// <inheritdoc/>
    public override int Step(int state, int codePoint)
    {
        Range[] ranges = Ranges(state);
        if (_states[state].Ascii is { } targets && codePoint >= 0 && codePoint < targets.Length)
        {
            return targets[codePoint];
        }

        int index = Find(ranges, codePoint);
        return index < ranges.Length && ranges[index].First <= codePoint ? ranges[index].Target : Dead;
    }

    /// <inheritdoc/>
    public override int NextLabel(int state, int from)
    {
        Range[] ranges = Ranges(state);
        int index = Find(ranges, from);
        return index < ranges.Length ? Math.Max(ranges[index].First, from) : -1;
    }

    /// <summary>The first range that ends at or behind a code point.</summary>
    private static int Find(Range[] ranges, int codePoint)
    {
        int low = 0;
        int high = ranges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ranges[middle].Last < codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private Range[] Ranges(int state)
    {
        State found = _states[state];
        if (found.Ranges is null)
        {
            lock (_lock)
            {
                if (found.Ranges is null)
                {
                    Range[] ranges = MakeRanges(found.Expression);
                    found.Ascii = Targets(ranges);
                    found.Ranges = ranges;
                }
            }
        }

        return found.Ranges;
    }

    /// <summary>The target of each ASCII character, which most characters of most words are.</summary>
    private static int[] Targets(Range[] ranges)
    {
        var targets = new int[128];
        targets.AsSpan().Fill(Dead);
        foreach (Range range in ranges)
        {
            for (int codePoint = range.First; codePoint <= range.Last && codePoint < targets.Length; codePoint++)
            {
                targets[codePoint] = range.Target;
            }
        }

        return targets;
    }

    private Range[] MakeRanges(RegexExpression expression)
    {
        SortedSet<int> bounds = [0];
        RegexExpressions.AddBounds(expression, bounds);
        bounds.Remove(RegexExpressions.LastCodePoint + 1);
        int[] starts = [.. bounds];
        List<Range> ranges = [];
        for (int i = 0; i < starts.Length; i++)
        {
            RegexExpression next = _expressions.Derive(expression, starts[i]);
            int last = i + 1 < starts.Length ? starts[i + 1] - 1 : RegexExpressions.LastCodePoint;
            int target = next == _expressions.Nothing ? Dead : Number(next);
            if (target == Dead)
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].Target == target && ranges[^1].Last == starts[i] - 1)
            {
                ranges[^1] = ranges[^1] with { Last = last };
            }
            else
            {
                ranges.Add(new Range(starts[i], last, target));
            }
        }

        return [.. ranges];
    }

    private int Number(RegexExpression expression)
    {
        if (!_numbers.TryGetValue(expression, out int number))
        {
            if (_states.Length == MaxStates || _expressions.Count > MaxExpressions)
            {
                IsTooComplex = true;
                return Dead;
            }

            number = _states.Length;
            _numbers.Add(expression, number);
            _states = [.. _states, new State(expression)];
        }

        return number;
    }

    private readonly record struct Range(int First, int Last, int Target);

    private sealed class State(RegexExpression expression)
    {
        private volatile Range[]? _ranges;

        public RegexExpression Expression => expression;

        /// <summary>Written before the ranges, which are volatile, and read behind them.</summary>
        public int[]? Ascii { get; set; }

        public Range[]? Ranges
        {
            get => _ranges;
            set => _ranges = value;
        }
    }
}
