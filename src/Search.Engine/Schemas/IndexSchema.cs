using System.Diagnostics.CodeAnalysis;
using Search.Text.Analysis;

namespace Search.Engine.Schemas;

/// <summary>The fields of an index and the analyzers of its texts. Immutable.</summary>
public sealed class IndexSchema
{
    private readonly Dictionary<string, FieldDefinition> _byName;
    private readonly Func<string?, Analyzer> _analyzerFor;
    private readonly InvertedField[] _inverted;

    /// <summary>Makes a schema.</summary>
    /// <param name="fields">The fields; names are unique.</param>
    /// <param name="defaultField">The text field that a clause without a field asks.</param>
    /// <param name="analyzerFor">The analyzer for a document's language (null: unknown); never null.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or the default field is no text field.</exception>
    public IndexSchema(
        IReadOnlyList<FieldDefinition> fields, string defaultField, Func<string?, Analyzer> analyzerFor)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = [.. fields];
        _analyzerFor = analyzerFor;
        _byName = Fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        DefaultField = _byName.TryGetValue(defaultField, out FieldDefinition? field) && field.Kind == FieldKind.Text
            ? field
            : throw new ArgumentException($"'{defaultField}' is no text field of the schema.", nameof(defaultField));
        _inverted = [.. Fields.SelectMany(Forms).Select((pair, number) => pair with { Number = number })];
    }

    /// <summary>The fields, in the order given.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The field of clauses that name none.</summary>
    public FieldDefinition DefaultField { get; }

    /// <summary>The inverted forms of all fields, by number.</summary>
    public IReadOnlyList<InvertedField> InvertedFields => _inverted;

    /// <summary>
    /// Languages that a query's words are stemmed for (null: unknown), at least one: those that documents may have.
    /// Texts are broken into the same words in all of them.
    /// </summary>
    public IReadOnlyList<string?> QueryLanguages { get; init; } = [null];

    /// <summary>
    /// Whether a query's words ask for their other spellings too (<c>cyber-crime</c>, <c>cybercrime</c>); where not,
    /// words are taken as the analyzer gives them.
    /// </summary>
    public bool JoinsSpellings { get; init; } = true;

    /// <summary>
    /// The keyword field that holds a document's language, written as in <see cref="QueryLanguages"/> but for case: a
    /// stem
    /// that only one language makes of a word is looked for in its documents alone. Null to look for it everywhere.
    /// </summary>
    public string? LanguageField { get; init; }

    /// <summary>Which pairs of neighbouring words get lists of their own.</summary>
    internal PairRule Pairs { get; init; } = PairRule.Default;

    /// <summary>The analyzer of a document's texts.</summary>
    public Analyzer AnalyzerFor(string? language) => _analyzerFor(language);

    /// <summary>Finds a field by its name, without regard to case.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out FieldDefinition? field) =>
        _byName.TryGetValue(name, out field);

    /// <summary>The inverted form of a field; the exact one where the field has no stems.</summary>
    /// <exception cref="ArgumentException">The field is not inverted at all.</exception>
    public InvertedField Inverted(FieldDefinition field, TermForm form)
    {
        ArgumentNullException.ThrowIfNull(field);
        InvertedField? other = null;
        foreach (InvertedField inverted in _inverted)
        {
            // Fields are nearly always those of the schema itself.
            if (ReferenceEquals(inverted.Field, field) || inverted.Field == field)
            {
                if (inverted.Form == form)
                {
                    return inverted;
                }

                other ??= inverted;
            }
        }

        return other ?? throw new ArgumentException($"Field '{field.Name}' has no inverted form.", nameof(field));
    }

    private static IEnumerable<InvertedField> Forms(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Text when field.HasStems => [new(0, field, TermForm.Exact), new(0, field, TermForm.Stemmed)],
        FieldKind.Text or FieldKind.Keyword => [new(0, field, TermForm.Exact)],
        _ => [],
    };
}
