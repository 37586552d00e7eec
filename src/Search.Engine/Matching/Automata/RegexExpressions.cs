namespace Search.Engine.Matching.Automata;

/// <summary>
/// Makes regular expressions, simplified as they are made, and their derivatives: what is left to match behind a code
/// point
/// (Brzozowski, "Derivatives of Regular Expressions", 1964). Not safe for use by several threads at once.
/// </summary>
internal sealed class RegexExpressions
{
    /// <summary>The last code point.</summary>
    public const int LastCodePoint = 0x10FFFF;

    private readonly Dictionary<string, RegexExpression> _made = new(StringComparer.Ordinal);

    /// <summary>Makes a maker.</summary>
    public RegexExpressions()
    {
        Nothing = Make("0", RegexKind.Nothing, false, [], [], 0, 0);
        Empty = Make("1", RegexKind.Empty, true, [], [], 0, 0);
        AnyCodePoint = Class([0, LastCodePoint]);
        AnyText = Repeat(AnyCodePoint, 0, int.MaxValue);
    }

    /// <summary>No text at all.</summary>
    public RegexExpression Nothing { get; }

    /// <summary>The empty text.</summary>
    public RegexExpression Empty { get; }

    /// <summary>Any one code point.</summary>
    public RegexExpression AnyCodePoint { get; }

    /// <summary>Any text.</summary>
    public RegexExpression AnyText { get; }

    /// <summary>Expressions made so far.</summary>
    public int Count => _made.Count;

    /// <summary>One code point.</summary>
    public RegexExpression Character(int codePoint) => Class([codePoint, codePoint]);

    /// <summary>One code point of ranges: first and last in turn, in any order, overlapping or not.</summary>
    public RegexExpression Class(IReadOnlyList<int> ranges)
    {
        int[] merged = Merge(ranges);
        return merged.Length == 0
            ? Nothing
            : Make("c" + string.Join(',', merged), RegexKind.Class, false, [], merged, 0, 0);
    }

    /// <summary>One code point of none of some ranges.</summary>
    public RegexExpression NotClass(IReadOnlyList<int> ranges)
    {
        int[] merged = Merge(ranges);
        List<int> rest = [];
        int next = 0;
        for (int i = 0; i < merged.Length; i += 2)
        {
            if (merged[i] > next)
            {
                rest.AddRange([next, merged[i] - 1]);
            }

            next = merged[i + 1] + 1;
        }

        if (next <= LastCodePoint)
        {
            rest.AddRange([next, LastCodePoint]);
        }

        return Class(rest);
    }

    /// <summary>One expression and then another.</summary>
    public RegexExpression Sequence(RegexExpression first, RegexExpression second)
    {
        if (first == Nothing || second == Nothing)
        {
            return Nothing;
        }

        if (first == Empty || second == Empty)
        {
            return first == Empty ? second : first;
        }

        if (first.Kind == RegexKind.Sequence)
        {
            return Sequence(first.Parts[0], Sequence(first.Parts[1], second));
        }

        return Make(
            $"s{first.Number},{second.Number}", RegexKind.Sequence, first.IsNullable && second.IsNullable,
            [first, second], [], 0, 0);
    }

    /// <summary>Any of some expressions.</summary>
    public RegexExpression Union(params IEnumerable<RegexExpression> parts)
    {
        var distinct = Flatten(parts, RegexKind.Union);
        distinct.Remove(Nothing.Number);
        if (distinct.ContainsKey(AnyText.Number))
        {
            return AnyText;
        }

        return distinct.Count switch
        {
            0 => Nothing,
            1 => distinct.Values[0],
            _ => Make(
                "u" + string.Join(',', distinct.Keys), RegexKind.Union,
                distinct.Values.Any(part => part.IsNullable), [.. distinct.Values], [], 0, 0),
        };
    }

    /// <summary>All of some expressions.</summary>
    public RegexExpression Intersection(params IEnumerable<RegexExpression> parts)
    {
        var distinct = Flatten(parts, RegexKind.Intersection);
        distinct.Remove(AnyText.Number);
        if (distinct.ContainsKey(Nothing.Number))
        {
            return Nothing;
        }

        return distinct.Count switch
        {
            0 => AnyText,
            1 => distinct.Values[0],
            _ => Make(
                "i" + string.Join(',', distinct.Keys), RegexKind.Intersection,
                distinct.Values.All(part => part.IsNullable), [.. distinct.Values], [], 0, 0),
        };
    }

    /// <summary>Any text but those of an expression.</summary>
    public RegexExpression Complement(RegexExpression part)
    {
        if (part.Kind == RegexKind.Complement)
        {
            return part.Parts[0];
        }

        return part == Nothing ? AnyText
            : part == AnyText ? Nothing
            : Make($"n{part.Number}", RegexKind.Complement, !part.IsNullable, [part], [], 0, 0);
    }

    /// <summary>An expression from <paramref name="least"/> to <paramref name="most"/> times.</summary>
    public RegexExpression Repeat(RegexExpression part, int least, int most)
    {
        if (most < least)
        {
            return Nothing;
        }

        if (most == 0 || part == Empty || (part == Nothing && least == 0))
        {
            return Empty;
        }

        if (part == Nothing || (least == 1 && most == 1))
        {
            return part;
        }

        if (part.Kind == RegexKind.Repeat && part is { Least: <= 1, Most: int.MaxValue } && least <= 1)
        {
            return most == int.MaxValue || least == 1 || part.Least == 0
                ? Repeat(part.Parts[0], Math.Min(part.Least, least), int.MaxValue)
                : Union(Empty, part);
        }

        return Make(
            $"r{part.Number},{least},{most}", RegexKind.Repeat, least == 0 || part.IsNullable, [part], [], least, most);
    }

    /// <summary>What is left to match of an expression behind a code point.</summary>
    public RegexExpression Derive(RegexExpression expression, int codePoint)
    {
        switch (expression.Kind)
        {
            case RegexKind.Class:
                return Contains(expression.Ranges, codePoint) ? Empty : Nothing;
            case RegexKind.Sequence:
                RegexExpression first = expression.Parts[0];
                RegexExpression rest = expression.Parts[1];
                RegexExpression behind = Sequence(Derive(first, codePoint), rest);
                return first.IsNullable ? Union(behind, Derive(rest, codePoint)) : behind;
            case RegexKind.Union:
                return Union(expression.Parts.Select(part => Derive(part, codePoint)));
            case RegexKind.Intersection:
                return Intersection(expression.Parts.Select(part => Derive(part, codePoint)));
            case RegexKind.Complement:
                return Complement(Derive(expression.Parts[0], codePoint));
            case RegexKind.Repeat:
                int most = expression.Most == int.MaxValue ? int.MaxValue : expression.Most - 1;
                return Sequence(
                    Derive(expression.Parts[0], codePoint),
                    Repeat(expression.Parts[0], Math.Max(expression.Least - 1, 0), most));
            default:
                return Nothing;
        }
    }

    /// <summary>Adds the code points at which the derivative of an expression may change to a set.</summary>
    public static void AddBounds(RegexExpression expression, SortedSet<int> bounds)
    {
        if (expression.Kind == RegexKind.Class)
        {
            for (int i = 0; i < expression.Ranges.Count; i += 2)
            {
                bounds.Add(expression.Ranges[i]);
                bounds.Add(expression.Ranges[i + 1] + 1);
            }
        }

        for (int i = 0; i < expression.Parts.Count; i++)
        {
            if (i == 0 || expression.Kind != RegexKind.Sequence || expression.Parts[0].IsNullable)
            {
                AddBounds(expression.Parts[i], bounds);
            }
        }
    }

    private static bool Contains(IReadOnlyList<int> ranges, int codePoint)
    {
        for (int i = 0; i < ranges.Count; i += 2)
        {
            if (codePoint >= ranges[i] && codePoint <= ranges[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    private static SortedList<int, RegexExpression> Flatten(IEnumerable<RegexExpression> parts, RegexKind kind)
    {
        SortedList<int, RegexExpression> distinct = [];
        foreach (RegexExpression part in parts)
        {
            foreach (RegexExpression inner in part.Kind == kind ? part.Parts : [part])
            {
                distinct[inner.Number] = inner;
            }
        }

        return distinct;
    }

    private static int[] Merge(IReadOnlyList<int> ranges)
    {
        var pairs = Enumerable.Range(0, ranges.Count / 2)
            .Select(i => (First: ranges[2 * i], Last: ranges[(2 * i) + 1]))
            .Where(pair => pair.First <= pair.Last)
            .Order();
        List<int> merged = [];
        foreach ((int first, int last) in pairs)
        {
            if (merged.Count > 0 && first <= merged[^1] + 1)
            {
                merged[^1] = Math.Max(merged[^1], last);
            }
            else
            {
                merged.AddRange([first, last]);
            }
        }

        return [.. merged];
    }

    private RegexExpression Make(
        string key, RegexKind kind, bool isNullable, IReadOnlyList<RegexExpression> parts, IReadOnlyList<int> ranges,
        int least, int most)
    {
        if (!_made.TryGetValue(key, out RegexExpression? expression))
        {
            expression = new RegexExpression(kind, _made.Count, isNullable)
            {
                Parts = parts,
                Ranges = ranges,
                Least = least,
                Most = most,
            };
            _made.Add(key, expression);
        }

        return expression;
    }
}
