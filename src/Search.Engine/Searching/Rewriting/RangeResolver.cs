using System.Globalization;
using System.Text;
using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Queries.Dates;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Rewriting;

/// <summary>Makes nodes of ranges, of values of interval fields, and of <c>field:*</c>.</summary>
internal sealed class RangeResolver(IndexSchema schema, WordResolver words)
{
    /// <summary>Everything that has the field.</summary>
    public QueryNode Exists(FieldDefinition field) => new ExistsNode(
        field, field.Kind == FieldKind.Text ? schema.Inverted(field, TermForm.Exact) : null);

    /// <summary>Intervals that overlap a value: a number, or a date known to the year, the month or the day.</summary>
    /// <returns>Null where the text is no such value.</returns>
    public static QueryNode? Value(FieldDefinition field, string text) =>
        TryBound(field, text, out long lower, out long upper) ? new IntervalNode(field, lower, upper) : null;

    /// <summary>A range; null where a bound cannot be read.</summary>
    public QueryNode? Range(FieldDefinition field, RangeQuery range) => range switch
    {
        { Lower: null, Upper: null } => Exists(field),
        _ => field.Kind switch
        {
            FieldKind.Interval => Interval(field, range),
            FieldKind.Text or FieldKind.Keyword => Terms(field, range),
            _ => NoneNode.Instance,
        },
    };

    private static IntervalNode? Interval(FieldDefinition field, RangeQuery range)
    {
        long lower = long.MinValue;
        long upper = long.MaxValue;
        if (range.Lower is not null)
        {
            if (!TryBound(field, range.Lower, out long first, out long last)
                || (!range.IncludesLower && last == long.MaxValue))
            {
                return null;
            }

            lower = range.IncludesLower ? first : last + 1;
        }

        if (range.Upper is not null)
        {
            if (!TryBound(field, range.Upper, out long first, out long last)
                || (!range.IncludesUpper && first == long.MinValue))
            {
                return null;
            }

            upper = range.IncludesUpper ? last : first - 1;
        }

        return new IntervalNode(field, lower, upper);
    }

    private static bool TryBound(FieldDefinition field, string text, out long lower, out long upper)
    {
        if (field.IntervalUnit == IntervalUnit.Date)
        {
            bool isDate = PartialDate.TryParse(text, out PartialDate date);
            lower = isDate ? date.First.DayNumber : 0;
            upper = isDate ? date.Last.DayNumber : 0;
            return isDate;
        }

        bool isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out lower);
        upper = lower;
        return isNumber;
    }

    private PatternNode Terms(FieldDefinition field, RangeQuery range)
    {
        var pattern = new TermRangePattern(
            Bound(field, range.Lower), Bound(field, range.Upper), range.IncludesLower, range.IncludesUpper);
        string bounds = $"{range.Lower ?? "*"} TO {range.Upper ?? "*"}";
        string text = (range.IncludesLower ? '[' : '{') + bounds + (range.IncludesUpper ? ']' : '}');
        return new PatternNode(schema.Inverted(field, TermForm.Exact), pattern, text);
    }

    private byte[]? Bound(FieldDefinition field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        string bound = field.Kind == FieldKind.Text ? words.ExactForm(text) ?? text : text;
        return Encoding.UTF8.GetBytes(bound);
    }
}
