using System.Runtime.InteropServices;
using Search.Engine.Indexing;
using Search.Engine.Matching;
using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Searching;

/// <summary>
/// One document in memory, analyzed once and asked by any number of <see cref="DocumentMatcher"/>s. Reused from
/// document to
/// document. Owned by one thread.
/// </summary>
public sealed class AnalyzedDocument
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an empty document.</summary>
    public AnalyzedDocument(IndexSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Memory = new MemoryDocument(schema);
        Context = new MatchContext(Memory, null, new Sentences(this), new MatchReport());
    }

    /// <summary>The document as a segment.</summary>
    internal MemoryDocument Memory { get; }

    /// <summary>What cursors over it are made with.</summary>
    internal MatchContext Context { get; }

    private int Version { get; set; }

    /// <summary>Takes the place of the document before.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema.</exception>
    public void Reset(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Version = unchecked(Version + 1);
        _texts.Clear();
        foreach (FieldValue value in document.Values)
        {
            if (value.Text is not null)
            {
                _texts[value.Field] = value.Text;
            }
        }

        Memory.Reset(document);
    }

    /// <summary>
    /// The words of a text field, as its queries see them; none where the document lacks the field. Valid until the
    /// next
    /// <see cref="Reset"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The schema has no such text field.</exception>
    public TokenBuffer Tokens(string field) =>
        Memory.Schema.TryGetField(field, out FieldDefinition? definition)
            ? Memory.Tokens(definition)
            : throw new ArgumentException($"The schema has no field '{field}'.", nameof(field));

    /// <summary>Sentences are found when first asked for: few queries ask.</summary>
    private sealed class Sentences(AnalyzedDocument document) : SentenceSource
    {
        private readonly List<int> _ends = [];
        private FieldDefinition? _field;
        private int _version;

        public override ReadOnlySpan<int> Ends(int docId, FieldDefinition field)
        {
            if (_version != document.Version || _field != field)
            {
                _version = document.Version;
                _field = field;
                _ends.Clear();
                if (document._texts.TryGetValue(field.Name, out string? text))
                {
                    SentenceEnds.Find(text, document.Memory.Tokens(field), _ends);
                }
            }

            return CollectionsMarshal.AsSpan(_ends);
        }
    }
}
