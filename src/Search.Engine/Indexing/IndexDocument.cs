namespace Search.Engine.Indexing;

/// <summary>A document to be indexed: values by field name. Reusable after <see cref="Clear"/>.</summary>
public sealed class IndexDocument
{
    private readonly List<FieldValue> _values = [];

    /// <summary>Language that chooses the analyzer (BCP 47, such as <c>en</c>); null where unknown.</summary>
    public string? Language { get; set; }

    /// <summary>The values in the order they were added.</summary>
    public IReadOnlyList<FieldValue> Values => _values;

    /// <summary>Adds the value of a text, keyword or stored-only field.</summary>
    public IndexDocument Add(string field, string value)
    {
        _values.Add(new FieldValue(field, value, 0, 0));
        return this;
    }

    /// <summary>
    /// Adds the value of an interval field; <paramref name="lower"/> is not above <paramref name="upper"/>.
    /// </summary>
    public IndexDocument Add(string field, long lower, long upper)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lower, upper);
        _values.Add(new FieldValue(field, null, lower, upper));
        return this;
    }

    /// <summary>Takes all values away.</summary>
    public void Clear()
    {
        _values.Clear();
        Language = null;
    }
}
