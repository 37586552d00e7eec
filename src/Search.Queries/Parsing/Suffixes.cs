using System.Globalization;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>The signs behind a clause: <c>~2</c> and <c>^3</c>, in either order.</summary>
/// <param name="End">The first place behind them.</param>
internal readonly record struct Suffixes(int End)
{
    /// <summary>Where the tilde stands, or -1.</summary>
    internal int TildeStart { get; private init; } = -1;

    /// <summary>Where the tilde's number ends.</summary>
    internal int TildeEnd { get; private init; }

    /// <summary>The number behind ^, or null.</summary>
    internal float? Boost { get; private init; }

    /// <summary>Whether the sign was ^=.</summary>
    internal bool IsConstant { get; private init; }

    /// <summary>Reads the signs at a place, if there are any.</summary>
    internal static Suffixes Read(QueryInput input, int start)
    {
        var read = new Suffixes(start);
        while (true)
        {
            int at = read.End;
            Suffixes next;
            bool isSecond;
            if (IsTilde(input, at, out int end))
            {
                isSecond = read.TildeStart >= 0;
                next = read with { End = end, TildeStart = at, TildeEnd = end };
            }
            else if (IsBoost(input, at, out end, out float boost, out bool isConstant))
            {
                isSecond = read.Boost is not null;
                next = read with { End = end, Boost = boost, IsConstant = isConstant };
            }
            else
            {
                return read;
            }

            if (isSecond)
            {
                input.Repairs.Add(RepairKind.RepeatedSuffix, at, end);
                next = read with { End = end };
            }

            read = next;
        }
    }

    /// <summary>Whether a tilde with its number stands here and ends the clause.</summary>
    internal static bool IsTilde(QueryInput input, int index, out int end)
    {
        end = index;
        if (input.At(index) != '~')
        {
            return false;
        }

        end = NumberEnd(input, index + 1);
        return input.IsClauseEnd(end);
    }

    /// <summary>Whether ^ with its number stands here and ends the clause.</summary>
    internal static bool IsBoost(QueryInput input, int index, out int end, out float boost, out bool isConstant)
    {
        boost = 0;
        isConstant = false;
        end = index;
        if (input.At(index) != '^')
        {
            return false;
        }

        isConstant = input.At(index + 1) == '=';
        int start = index + (isConstant ? 2 : 1);
        end = NumberEnd(input, start);
        if (end == start || !input.IsClauseEnd(end))
        {
            return false;
        }

        boost = Number(input.Text.AsSpan(start, end - start));
        return true;
    }

    /// <summary>A leaf with these signs, without the boost.</summary>
    internal Query ApplyTilde(QueryInput input, Query leaf)
    {
        if (TildeStart < 0)
        {
            return leaf;
        }

        ReadOnlySpan<char> digits = input.Text.AsSpan(TildeStart + 1, TildeEnd - TildeStart - 1);
        switch (leaf)
        {
            case TermQuery term:
                return new FuzzyQuery(term.Field, term.Text, Edits(input, digits, term.Text));
            case PhraseQuery phrase:
                return phrase with { Slop = Slop(input, digits) };
            default:
                input.Repairs.Add(RepairKind.MisplacedTilde, TildeStart, TildeEnd);
                return leaf;
        }
    }

    /// <summary>A query with the boost of these signs.</summary>
    internal Query ApplyBoost(Query query) =>
        Boost is not float boost ? query
        : IsConstant ? new ConstantScoreQuery(query, boost)
        : new BoostQuery(query, boost);

    private static int NumberEnd(QueryInput input, int start)
    {
        int end = DigitsEnd(input, start);
        int fraction = input.At(end) == '.' ? DigitsEnd(input, end + 1) : end;
        return fraction > end + 1 ? fraction : end;
    }

    private static int DigitsEnd(QueryInput input, int index)
    {
        while (QueryCharacters.IsDigit(input.At(index)))
        {
            index++;
        }

        return index;
    }

    private static float Number(ReadOnlySpan<char> digits)
    {
        float number = float.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Math.Min(number, float.MaxValue);
    }

    // A whole number is a number of edits; one below 1 is a similarity, as Lucene's FuzzyQuery.floatToEdits reads it.
    private int Edits(QueryInput input, ReadOnlySpan<char> digits, string text)
    {
        if (digits.IsEmpty)
        {
            return 2;
        }

        float number = Number(digits);
        if (number > 2 || (number >= 1 && number != MathF.Floor(number)))
        {
            input.Repairs.Add(RepairKind.BadFuzzy, TildeStart, TildeEnd);
        }

        if (number >= 1)
        {
            return number >= 2 ? 2 : 1;
        }

        int length = text.EnumerateRunes().Count();
        return number == 0 ? 0 : (int)Math.Min((1.0 - number) * length, 2);
    }

    private int Slop(QueryInput input, ReadOnlySpan<char> digits)
    {
        float number = digits.IsEmpty ? -1 : Number(digits);
        float slop = MathF.Floor(Math.Clamp(number, 0, Connector.MaxDistance));
        if (slop != number)
        {
            input.Repairs.Add(RepairKind.BadSlop, TildeStart, TildeEnd);
        }

        return (int)slop;
    }
}
