using System.Globalization;
using Search.Engine.Indexing;

namespace Search.Engine.Tests.Lucene;

/// <summary>A passage of both indexes: words between blanks, a number, a day.</summary>
internal sealed record LucenePassage(string Text, int Number, DateOnly Date)
{
    /// <summary>As <c>LuceneOracle.java</c> reads it.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Number}\t{Date.DayNumber}\t{Text}");

    /// <summary>As our engine takes it.</summary>
    public IndexDocument ToDocument() => new IndexDocument()
        .Add("text", Text).Add("number", Number, Number).Add("date", Date.DayNumber, Date.DayNumber);
}
