using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Indexing.Memory;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Text.Analysis;

namespace Search.Engine.Indexing;

/// <summary>
/// One document, analyzed in memory, as a segment with the single doc id 0: it answers exactly as a segment on disk
/// would that holds this document alone. Reusable: <see cref="Reset"/> replaces the document and ends the validity of
/// every cursor and span given before. A text is analyzed when its field is first asked, so that fields that no query
/// names cost nothing. Owned by one thread.
/// </summary>
internal sealed class MemoryDocument : SegmentView
{
    private readonly TokenBuffer?[] _tokens;
    private readonly bool[] _hasText;
    private readonly string?[] _pending; // texts that are not analyzed yet
    private readonly MemoryTerms[] _terms;
    private readonly int[] _fieldOfTerms;
    private readonly byte[] _norms;
    private readonly MemoryIntervalColumn?[] _intervals;
    private Analyzer? _analyzer;
    private byte[] _utf8 = new byte[256];

    /// <summary>Makes an empty document.</summary>
    public MemoryDocument(IndexSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        int fieldCount = schema.Fields.Count;
        _tokens = new TokenBuffer?[fieldCount];
        _hasText = new bool[fieldCount];
        _pending = new string?[fieldCount];
        _intervals = new MemoryIntervalColumn?[fieldCount];
        for (int i = 0; i < fieldCount; i++)
        {
            FieldKind kind = schema.Fields[i].Kind;
            _tokens[i] = kind is FieldKind.Text or FieldKind.Keyword ? new TokenBuffer() : null;
            _intervals[i] = kind is FieldKind.Interval ? new MemoryIntervalColumn() : null;
        }

        _terms = new MemoryTerms[schema.InvertedFields.Count];
        _fieldOfTerms = new int[_terms.Length];
        _norms = new byte[_terms.Length];
        for (int i = 0; i < _terms.Length; i++)
        {
            InvertedField inverted = schema.InvertedFields[i];
            _fieldOfTerms[i] = NumberOf(inverted.Field);
            TokenBuffer tokens = _tokens[_fieldOfTerms[i]] ?? new TokenBuffer();
            _terms[i] = new MemoryTerms(tokens, inverted.Form == TermForm.Stemmed);
        }
    }

    /// <inheritdoc/>
    public override IndexSchema Schema { get; }

    /// <inheritdoc/>
    public override int DocCount => 1;

    /// <inheritdoc/>
    public override int LiveDocCount => 1;

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> LiveDocs => [];

    /// <summary>Replaces the document.</summary>
    /// <exception cref="ArgumentException">A value does not fit the schema.</exception>
    public void Reset(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Clear();
        _analyzer = Schema.AnalyzerFor(document.Language);
        foreach (FieldValue value in document.Values)
        {
            FieldDefinition field = DocumentFields.Resolve(Schema, value);
            Add(field, value);
        }
    }

    /// <summary>
    /// The tokens of a text field with their offsets into its text; empty where the document lacks the field. Token
    /// positions are those that <see cref="PostingsCursor.Positions"/> gives. Valid until the next <see cref="Reset"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The field is no text field of the schema.</exception>
    public TokenBuffer Tokens(FieldDefinition field)
    {
        int number = NumberOf(field);
        return field.Kind == FieldKind.Text && number >= 0
            ? Analyzed(number)
            : throw new ArgumentException($"'{field.Name}' is no text field of the schema.", nameof(field));
    }

    /// <inheritdoc/>
    public override FieldStatistics Statistics(InvertedField field) => Analyzed(field).Statistics;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Norms(InvertedField field)
    {
        _norms[field.Number] = LengthCode.Encode(Analyzed(_fieldOfTerms[field.Number]).Count);
        return _norms.AsSpan(field.Number, 1);
    }

    /// <inheritdoc/>
    public override bool TryFindTerm(InvertedField field, ReadOnlySpan<byte> term, out TermEntry entry) =>
        Analyzed(field).TryFind(term, out entry);

    /// <inheritdoc/>
    public override TermCursor Terms(InvertedField field) => new MemoryTermCursor(Analyzed(field));

    /// <inheritdoc/>
    public override PostingsCursor Postings(InvertedField field, in TermEntry entry) =>
        new MemoryPostingsCursor(Analyzed(field), entry, field.HasPositions);

    /// <inheritdoc/>
    public override KeywordColumn Keywords(FieldDefinition field) =>
        new MemoryKeywordColumn(Analyzed(Schema.Inverted(field, TermForm.Exact)));

    /// <inheritdoc/>
    public override IntervalColumn Intervals(FieldDefinition field)
    {
        int number = NumberOf(field);
        return (number < 0 ? null : _intervals[number])
            ?? throw new ArgumentException($"'{field.Name}' is no interval field of the schema.", nameof(field));
    }

    private MemoryTerms Analyzed(InvertedField field)
    {
        _ = Analyzed(_fieldOfTerms[field.Number]);
        return _terms[field.Number];
    }

    /// <summary>The tokens of a field that has a buffer.</summary>
    private TokenBuffer Analyzed(int number)
    {
        TokenBuffer tokens = _tokens[number]!; // as asked
        if (_pending[number] is { } text)
        {
            _pending[number] = null;
            _analyzer!.Analyze(text, tokens); // set with the document
        }

        return tokens;
    }

    private int NumberOf(FieldDefinition field)
    {
        IReadOnlyList<FieldDefinition> fields = Schema.Fields;
        for (int i = 0; i < fields.Count; i++)
        {
            if (ReferenceEquals(fields[i], field))
            {
                return i;
            }
        }

        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i] == field)
            {
                return i;
            }
        }

        return -1;
    }

    private void Clear()
    {
        Array.Clear(_hasText);
        Array.Clear(_pending);
        foreach (TokenBuffer? tokens in _tokens)
        {
            tokens?.Clear();
        }

        foreach (MemoryIntervalColumn? interval in _intervals)
        {
            interval?.Clear();
        }

        foreach (MemoryTerms terms in _terms)
        {
            terms.Reset();
        }
    }

    private void Add(FieldDefinition field, in FieldValue value)
    {
        int number = NumberOf(field);
        if (_intervals[number] is { } interval)
        {
            if (interval.HasValue)
            {
                throw DocumentFields.SecondValue(field);
            }

            interval.Set(value.Lower, value.Upper);
        }
        else if (value.Text is not null && _tokens[number] is { } tokens)
        {
            if (field.Kind == FieldKind.Keyword)
            {
                AddKeyword(tokens, value.Text);
                return;
            }

            if (_hasText[number])
            {
                throw DocumentFields.SecondValue(field);
            }

            _hasText[number] = true;
            _pending[number] = value.Text;
        }
    }

    private void AddKeyword(TokenBuffer values, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        int room = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < room)
        {
            _utf8 = new byte[room];
        }

        ReadOnlySpan<byte> value = _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
        values.Add(value, value, new Token(0, text.Length, 0));
    }
}
