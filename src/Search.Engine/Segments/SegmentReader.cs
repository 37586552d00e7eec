using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Deletes;
using Search.Engine.Segments.Documents;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Segments;

/// <summary>A segment on disk. Opening reads the ends of the file and a few bytes a field, whatever its size.</summary>
internal sealed class SegmentReader : SegmentView, IDisposable
{
    private readonly TermDictionary[] _dictionaries;
    private readonly PostingsField[] _postings;
    private readonly PairTable?[] _pairs;
    private readonly PostingsField?[] _pairPostings;
    private readonly FieldStatistics[] _statistics;
    private readonly KeywordColumnCache?[] _columns;
    private readonly DictionaryCursor?[] _spareCursors;
    private readonly LiveDocs? _liveDocs;

    private SegmentReader(SegmentFile file, IndexSchema schema, LiveDocs? liveDocs)
    {
        File = file;
        Schema = schema;
        _liveDocs = liveDocs;
        int fieldCount = schema.InvertedFields.Count;
        _dictionaries = new TermDictionary[fieldCount];
        _spareCursors = new DictionaryCursor?[fieldCount];
        _postings = new PostingsField[fieldCount];
        _pairs = new PairTable?[fieldCount];
        _pairPostings = new PostingsField?[fieldCount];
        _statistics = new FieldStatistics[fieldCount];
        _columns = new KeywordColumnCache?[schema.Fields.Count];
        for (int i = 0; i < fieldCount; i++)
        {
            bool hasPositions = schema.InvertedFields[i].HasPositions;
            _dictionaries[i] = new TermDictionary(file, i, hasPositions);
            _postings[i] = new PostingsField(file, i, hasPositions);
            _pairs[i] = PairTable.Open(file, i);
            _pairPostings[i] = PostingsField.OfPairs(file, i);
            ReadOnlySpan<long> sums = file.Section(SectionKind.Statistics, i).ReadArray<long>(0, 3);
            _statistics[i] = new FieldStatistics(checked((int)sums[0]), sums[1], sums[2]);
        }

        Documents = new DocumentBlocks(file);
    }

    /// <summary>The file.</summary>
    public SegmentFile File { get; }

    /// <summary>The stored values.</summary>
    public DocumentBlocks Documents { get; }

    /// <inheritdoc/>
    public override IndexSchema Schema { get; }

    /// <inheritdoc/>
    public override int DocCount => File.DocCount;

    /// <inheritdoc/>
    public override int LiveDocCount => _liveDocs?.LiveCount ?? DocCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> LiveDocs => _liveDocs is null ? [] : _liveDocs.Words;

    /// <summary>Opens a segment.</summary>
    /// <param name="storage">Where it lies.</param>
    /// <param name="name">Name of its file.</param>
    /// <param name="schema">The schema it was written with.</param>
    /// <param name="liveDocs">The documents that are live; null where none is deleted.</param>
    /// <exception cref="IndexCorruptException">Its ends are not what was written.</exception>
    public static SegmentReader Open(IndexStorage storage, string name, IndexSchema schema, LiveDocs? liveDocs)
    {
        SegmentFile file = SegmentFile.Open(storage, name);
        try
        {
            return new SegmentReader(file, schema, liveDocs);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Bytes that lists of pairs take.</summary>
    public long PairBytes
    {
        get
        {
            long bytes = 0;
            for (int i = 0; i < _pairs.Length; i++)
            {
                bytes += (_pairs[i]?.ByteCount ?? 0) + (_pairPostings[i]?.Postings.Length ?? 0);
            }

            return bytes;
        }
    }

    /// <inheritdoc/>
    public override FieldStatistics Statistics(InvertedField field) => _statistics[field.Number];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Norms(InvertedField field) =>
        _postings[field.Number].Norms is { } norms ? norms.ReadAll()[..DocCount] : [];

    /// <inheritdoc/>
    public override bool TryFindTerm(InvertedField field, ReadOnlySpan<byte> term, out TermEntry entry)
    {
        // One cursor is kept for whoever comes next; a second searcher at the same time makes another.
        ref DictionaryCursor? spare = ref _spareCursors[field.Number];
        DictionaryCursor cursor =
            Interlocked.Exchange(ref spare, null) ?? new DictionaryCursor(_dictionaries[field.Number]);
        bool isFound = cursor.Seek(term) && cursor.Term.SequenceEqual(term);
        entry = isFound ? cursor.Entry : default;
        Volatile.Write(ref spare, cursor);
        return isFound;
    }

    /// <inheritdoc/>
    public override TermCursor Terms(InvertedField field) => new DictionaryCursor(_dictionaries[field.Number]);

    /// <inheritdoc/>
    public override PostingsCursor Postings(InvertedField field, in TermEntry entry) =>
        new DiskPostingsCursor(_postings[field.Number], entry);

    /// <inheritdoc/>
    public override PostingsCursor Postings(InvertedField field, in TermEntry entry, PostingsCursor? used)
    {
        if (used is not DiskPostingsCursor cursor || cursor.Field != _postings[field.Number])
        {
            return Postings(field, entry);
        }

        cursor.Reset(entry);
        return cursor;
    }

    /// <inheritdoc/>
    public override PostingsCursor Rent(InvertedField field, in TermEntry entry) =>
        _postings[field.Number].Spare.Take() is { } spare
            ? Postings(field, entry, spare)
            : Postings(field, entry);

    /// <inheritdoc/>
    public override void Return(PostingsCursor postings)
    {
        if (postings is DiskPostingsCursor cursor)
        {
            cursor.Field.Spare.Put(cursor);
        }
    }

    /// <inheritdoc/>
    public override bool TryFindPair(
        InvertedField field, in TermEntry first, in TermEntry second, out TermEntry pair)
    {
        pair = default;
        return _pairs[field.Number] is { } pairs && pairs.TryFind(first, second, out pair);
    }

    /// <inheritdoc/>
    public override PostingsCursor RentPair(InvertedField field, in TermEntry pair)
    {
        PostingsField postings = _pairPostings[field.Number]
            ?? throw new IndexCorruptException(File.Name, $"PairPostings/{field.Number}", "the section is missing");
        if (postings.Spare.Take() is not { } spare)
        {
            return new DiskPostingsCursor(postings, pair);
        }

        spare.Reset(pair);
        return spare;
    }

    /// <summary>The pairs of a field that have lists; null where the segment keeps none.</summary>
    public PairTable? Pairs(InvertedField field) => _pairs[field.Number];

    /// <inheritdoc/>
    public override KeywordColumn Keywords(FieldDefinition field)
    {
        int number = NumberOf(field);
        TermDictionary values = _dictionaries[Schema.Inverted(field, TermForm.Exact).Number];
        KeywordColumnCache cache = _columns[number] ??= new KeywordColumnCache(values.Count);
        return new DiskKeywordColumn(File.Section(SectionKind.KeywordColumn, number), values, DocCount, cache);
    }

    /// <inheritdoc/>
    public override IntervalColumn Intervals(FieldDefinition field) =>
        new DiskIntervalColumn(File.Section(SectionKind.IntervalColumn, NumberOf(field)), DocCount);

    /// <summary>Unmaps the file.</summary>
    public void Dispose() => File.Dispose();

    private int NumberOf(FieldDefinition field)
    {
        for (int i = 0; i < Schema.Fields.Count; i++)
        {
            if (Schema.Fields[i] == field)
            {
                return i;
            }
        }

        throw new ArgumentException($"The schema has no field '{field.Name}'.", nameof(field));
    }
}
