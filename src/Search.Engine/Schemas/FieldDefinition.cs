namespace Search.Engine.Schemas;

/// <summary>What an index knows of one field.</summary>
/// <param name="Name">Lower-case name, unique in the schema.</param>
/// <param name="Kind">How its values are indexed.</param>
/// <param name="IsStored">Whether its values are given back by the stored document.</param>
/// <param name="HasStems">Whether a text field has a stemmed form beside the exact one.</param>
/// <param name="IntervalUnit">How the bounds of a range over it are written; of use for intervals alone.</param>
public sealed record FieldDefinition(
    string Name,
    FieldKind Kind,
    bool IsStored = false,
    IntervalUnit IntervalUnit = IntervalUnit.Number,
    bool HasStems = true);
