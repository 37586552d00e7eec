using System.Runtime.CompilerServices;
using System.Text;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Queries.Trees;
using Search.Text.Analysis;
using Search.Text.Stemming;

namespace Search.Engine.Searching.Rewriting;

/// <summary>How a query's words are stemmed for some of the languages that documents have.</summary>
/// <param name="Analyzer">Makes the stems.</param>
/// <param name="Languages">The languages' field; null where stems count everywhere.</param>
/// <param name="Values">The languages, as the field has them; of use with the field alone.</param>
internal sealed record QueryStems(Analyzer Analyzer, InvertedField? Languages, IReadOnlyList<byte[]> Values)
{
    private static readonly ConditionalWeakTable<IndexSchema, QueryStems[]> BySchema = [];

    /// <summary>
    /// One for each analyzer, the first of which breaks texts into words: its stems count in all documents, those of
    /// the others in documents of their own languages.
    /// </summary>
    public static QueryStems[] Of(IndexSchema schema) => BySchema.GetValue(schema, Make);

    private static QueryStems[] Make(IndexSchema schema)
    {
        InvertedField? languages = schema.LanguageField is string name
            && schema.TryGetField(name, out FieldDefinition? field) && field.Kind == FieldKind.Keyword
            ? schema.Inverted(field, TermForm.Exact)
            : null;
        Analyzer first = schema.AnalyzerFor(schema.QueryLanguages[0]);
        return
        [
            .. schema.QueryLanguages.GroupBy(schema.AnalyzerFor).Select(group => new QueryStems(
                group.Key,
                group.Key == first ? null : languages,
                [.. group.Where(language => language is not null)
                    .Select(language => Encoding.UTF8.GetBytes(language!.ToLowerInvariant()))])), // not null: filtered
        ];
    }

    /// <summary>These languages and others; everywhere, where either counts everywhere.</summary>
    public QueryStems With(QueryStems other) => Languages is null || Analyzer == other.Analyzer ? this
        : other.Languages is null ? other
        : this with { Values = [.. Values.Union(other.Values)] };

    /// <summary>A node that counts in documents of these languages alone.</summary>
    public FrequencyNode Limit(FrequencyNode node) =>
        Languages is null ? node : new LanguageNode(node, Languages, Values);

    /// <summary>
    /// A spelling as it is, and where it is one word to be stemmed that was typed without accents, with those that its
    /// stem may hang on.
    /// </summary>
    public PhraseAtom[][] Accented(PhraseAtom[] spelling) =>
        spelling is [{ Text: { } text, Form: WordForm.Stemmed } word]
            ? [spelling, .. Accents.Of(text, Analyzer).Select(accented => new[] { word with { Text = accented } })]
            : [spelling];
}
