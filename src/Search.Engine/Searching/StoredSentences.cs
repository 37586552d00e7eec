using System.Runtime.InteropServices;
using Search.Engine.Matching;
using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Searching;

/// <summary>
/// Sentences of documents on disk: the stored text of a candidate is read and broken again. Languages differ in stems
/// alone,
/// so any analyzer gives the positions.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="textOf">The stored text of a field of a document; null where there is none.</param>
internal sealed class StoredSentences(IndexSchema schema, Func<int, FieldDefinition, string?> textOf) : SentenceSource
{
    private readonly List<int> _ends = [];
    private TokenBuffer? _tokens;
    private int _docId = -1;
    private FieldDefinition? _field;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Ends(int docId, FieldDefinition field)
    {
        if (docId != _docId || field != _field)
        {
            _docId = docId;
            _field = field;
            _ends.Clear();
            if (textOf(docId, field) is string text)
            {
                _tokens ??= new TokenBuffer(); // few queries ask for sentences
                schema.AnalyzerFor(schema.QueryLanguages[0]).Analyze(text, _tokens);
                SentenceEnds.Find(text, _tokens, _ends);
            }
        }

        return CollectionsMarshal.AsSpan(_ends);
    }
}
