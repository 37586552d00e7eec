namespace Search.Engine.Indexing;

/// <summary>The stored values of one document. An interval is given as its lower end, or <c>lower..upper</c>.</summary>
public sealed class StoredDocument
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _values;

    internal StoredDocument(IReadOnlyList<KeyValuePair<string, string>> values) => _values = values;

    /// <summary>All values with the names of their fields, in the order they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    /// <summary>The first value of a field; null where there is none.</summary>
    public string? this[string field]
    {
        get
        {
            foreach (KeyValuePair<string, string> value in _values)
            {
                if (string.Equals(value.Key, field, StringComparison.OrdinalIgnoreCase))
                {
                    return value.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The values of a field in the order they were added.</summary>
    public IEnumerable<string> All(string field) =>
        _values.Where(value => string.Equals(value.Key, field, StringComparison.OrdinalIgnoreCase))
            .Select(value => value.Value);
}
