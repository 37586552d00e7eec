namespace Search.Engine.Schemas;

/// <summary>How a bound of a range over an interval field is written in a query.</summary>
public enum IntervalUnit
{
    /// <summary>A decimal integer.</summary>
    Number,

    /// <summary>A partial ISO date, as days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>).</summary>
    Date,
}
