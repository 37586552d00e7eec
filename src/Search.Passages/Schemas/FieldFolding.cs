using Search.Text.Folding;

namespace Search.Passages.Schemas;

/// <summary>
/// How the value of a keyword field is compared: without regard to case, accents, and how many blanks stand between
/// its words. The folded value is what is indexed and asked; a column beside it shows the value as written.
/// </summary>
internal static class FieldFolding
{
    /// <summary>
    /// The value as it is compared in a field; ids, kinds and years are lower case and ASCII as they are.
    /// </summary>
    public static string Fold(string field, string value) =>
        PassageFields.Folded.Contains(field) ? Fold(value) : Collapse(value).ToLowerInvariant();

    /// <summary>The value folded, its blanks collapsed and its ends trimmed.</summary>
    public static string Fold(string value) => WordFolding.Fold(Collapse(value));

    private static string Collapse(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
