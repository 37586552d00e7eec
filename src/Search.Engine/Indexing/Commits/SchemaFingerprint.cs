using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Commits;

/// <summary>
/// What an index says of its schema: each field, and the analyzer of each language that it met. An index is opened only
/// with a schema that says the same.
/// </summary>
internal static class SchemaFingerprint
{
    private const string FieldPrefix = "field:";
    private const string AnalyzerPrefix = "analyzer:";

    /// <summary>The parts that a schema has before any document: its fields and the analyzer of no language.</summary>
    public static Dictionary<string, string> Of(IndexSchema schema)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < schema.Fields.Count; i++)
        {
            FieldDefinition field = schema.Fields[i];
            parts.Add($"{FieldPrefix}{i}", $"{field.Name} {field.Kind} {(field.IsStored ? "stored" : "-")} "
                + $"{field.IntervalUnit} {(field.HasStems ? "stems" : "-")}");
        }

        AddLanguage(parts, schema, null);
        return parts;
    }

    /// <summary>Adds the analyzer of a document's language.</summary>
    public static void AddLanguage(Dictionary<string, string> parts, IndexSchema schema, string? language) =>
        parts.TryAdd(AnalyzerPrefix + language, Describe(schema.AnalyzerFor(language)));

    /// <summary>Compares what an index says with a schema.</summary>
    /// <exception cref="IndexSchemaMismatchException">They differ: says where first.</exception>
    public static void Check(IReadOnlyDictionary<string, string> written, IndexSchema schema)
    {
        Dictionary<string, string> now = Of(schema);
        foreach ((string part, string before) in written)
        {
            if (part.StartsWith(AnalyzerPrefix, StringComparison.Ordinal))
            {
                string language = part[AnalyzerPrefix.Length..];
                AddLanguage(now, schema, language.Length == 0 ? null : language);
            }

            string found = now.GetValueOrDefault(part, "nothing");
            if (!string.Equals(found, before, StringComparison.Ordinal))
            {
                throw new IndexSchemaMismatchException($"{part} was '{before}' and is '{found}'.");
            }
        }

        foreach (string part in now.Keys)
        {
            if (!written.ContainsKey(part))
            {
                throw new IndexSchemaMismatchException($"{part} is new: '{now[part]}'.");
            }
        }
    }

    private static string Describe(Analyzer analyzer) => $"{analyzer.Name}/{analyzer.Version}";
}
