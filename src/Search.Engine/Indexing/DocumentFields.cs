using Search.Engine.Schemas;

namespace Search.Engine.Indexing;

/// <summary>Checks the values of a document against a schema; one set of rules for the writer and for memory.</summary>
internal static class DocumentFields
{
    /// <summary>The field that a value belongs to.</summary>
    /// <exception cref="ArgumentException">The schema has no such field, or the value is of another kind.</exception>
    public static FieldDefinition Resolve(IndexSchema schema, in FieldValue value)
    {
        if (!schema.TryGetField(value.Field, out FieldDefinition? field))
        {
            throw new ArgumentException($"The schema has no field '{value.Field}'.", nameof(value));
        }

        bool isInterval = value.Text is null;
        return isInterval == (field.Kind == FieldKind.Interval)
            ? field
            : throw new ArgumentException(
                $"Field '{field.Name}' is of kind {field.Kind} and takes no {(isInterval ? "interval" : "text")}.",
                nameof(value));
    }

    /// <summary>The exception for a second value where one is allowed.</summary>
    public static ArgumentException SecondValue(FieldDefinition field) =>
        new($"Field '{field.Name}' of kind {field.Kind} takes one value a document.", nameof(field));
}
