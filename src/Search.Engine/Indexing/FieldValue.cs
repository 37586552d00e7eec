namespace Search.Engine.Indexing;

/// <summary>One value of one field of an <see cref="IndexDocument"/>.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Text">The text, or null for an interval.</param>
/// <param name="Lower">Lower end of an interval, included.</param>
/// <param name="Upper">Upper end of an interval, included.</param>
public readonly record struct FieldValue(string Field, string? Text, long Lower, long Upper);
