namespace Search.Engine.Segments.Documents;

/// <summary>One stored value of a document.</summary>
/// <param name="Field">Number of the field in the schema.</param>
/// <param name="Text">The value.</param>
internal readonly record struct StoredValue(int Field, string Text);
