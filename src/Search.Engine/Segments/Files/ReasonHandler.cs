using System.Runtime.CompilerServices;

namespace Search.Engine.Segments.Files;

/// <summary>
/// The message of a condition: put together only where the condition does not hold, so that checks cost nothing.
/// </summary>
[InterpolatedStringHandler]
internal ref struct ReasonHandler
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Begins a message.</summary>
    public ReasonHandler(int literalLength, int formattedCount, bool condition, out bool isWanted)
    {
        isWanted = !condition;
        _text = condition ? default : new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    /// <summary>Appends a literal part.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>The message.</summary>
    public string Text() => _text.ToStringAndClear();
}
