using Search.Engine.Schemas;

namespace Search.Engine.Searching.Triggers;

/// <summary>A term that a document must hold for a query to match.</summary>
/// <param name="Field">Dictionary of the term.</param>
/// <param name="Term">The term, UTF-8, or what it begins with.</param>
/// <param name="IsPrefix">Whether any term that begins so will do.</param>
internal sealed record Trigger(InvertedField Field, byte[] Term, bool IsPrefix);
