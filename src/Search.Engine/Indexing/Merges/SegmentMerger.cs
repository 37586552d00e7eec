using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Documents;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Writes neighbouring segments as one, term by term and block by block: doc ids follow the order of the sources,
/// deleted documents are left out. The result equals the segment that the live documents would have given at once, but
/// for which pairs of words have lists (<see cref="PairMerge"/>).
/// </summary>
internal sealed class SegmentMerger
{
    private readonly IndexStorage _storage;
    private readonly IndexSchema _schema;
    private readonly MergeSource[] _sources;
    private readonly CancellationToken _cancellation;
    private readonly PostingsMerge _postings = new();
    private readonly int _docCount;

    /// <summary>Makes a merger.</summary>
    /// <param name="storage">Where the result goes.</param>
    /// <param name="schema">The schema of all sources.</param>
    /// <param name="sources">The segments in their order; their places follow each other.</param>
    /// <param name="cancellation">Looked at once a term and once a block.</param>
    public SegmentMerger(
        IndexStorage storage, IndexSchema schema, MergeSource[] sources, CancellationToken cancellation)
    {
        _storage = storage;
        _schema = schema;
        _sources = sources;
        _cancellation = cancellation;
        _docCount = sources.Length == 0 ? 0 : checked(sources[^1].Start + sources[^1].LiveCount);
    }

    /// <summary>Writes the segment; returns its documents and the length of its file.</summary>
    public (int DocCount, long FileLength) Merge(string fileName)
    {
        using var output = new SegmentFileWriter(_storage.Create(fileName), _docCount);
        for (int number = 0; number < _schema.Fields.Count; number++)
        {
            FieldDefinition field = _schema.Fields[number];
            switch (field.Kind)
            {
                case FieldKind.Text:
                    MergeText(output, fileName, field);
                    break;
                case FieldKind.Keyword:
                    MergeKeywords(output, fileName, field, number);
                    break;
                case FieldKind.Interval:
                    MergeIntervals(output, field, number);
                    break;
                default:
                    break;
            }
        }

        MergeDocuments(output);
        return (_docCount, output.Finish());
    }

    private void MergeText(SegmentFileWriter output, string fileName, FieldDefinition field)
    {
        foreach (InvertedField form in _schema.InvertedFields)
        {
            if (form.Field != field)
            {
                continue;
            }

            byte[] norms = MergeNorms(form, out int docCount);
            using var writer = new InvertedFieldWriter(
                _storage, output, fileName, form.Number, norms, form.HasLetters, form.HasPairs ? _schema.Pairs : null);
            MergeTerms(form, writer, null);
            writer.Finish(docCount);
            if (writer.BeginPairs(out CommonWord[] words) is PairWriter lists)
            {
                var pairs = new PairMerge(_sources, form, words, _postings, _cancellation);
                pairs.Write(lists, _schema.Pairs, _docCount);
                lists.Finish();
            }
        }
    }

    private byte[] MergeNorms(InvertedField form, out int docCount)
    {
        byte[] merged = new byte[_docCount];
        docCount = 0;
        foreach (MergeSource source in _sources)
        {
            ReadOnlySpan<byte> norms = source.Reader.Norms(form);
            for (int doc = 0; doc < norms.Length; doc++)
            {
                int place = source.Map(doc);
                if (place >= 0)
                {
                    merged[place] = norms[doc];
                    docCount += norms[doc] == 0 ? 0 : 1; // only a length of 0 has the code 0
                }
            }
        }

        return merged;
    }

    /// <summary>Merges terms and postings; fills the new ordinal of each source's terms where asked.</summary>
    private void MergeTerms(InvertedField form, InvertedFieldWriter writer, int[][]? ordinals)
    {
        var cursors = new DictionaryCursor[_sources.Length];
        var postings = new DiskPostingsCursor?[_sources.Length];
        for (int i = 0; i < cursors.Length; i++)
        {
            cursors[i] = (DictionaryCursor)_sources[i].Reader.Terms(form); // what segments on disk give
        }

        var terms = new TermMerge([.. cursors]);
        while (terms.MoveNext())
        {
            _cancellation.ThrowIfCancellationRequested();
            writer.BeginTerm();
            bool isAny = false;
            foreach (int i in terms.Sources)
            {
                TermEntry entry = cursors[i].Entry;
                if (postings[i] is { } cursor)
                {
                    cursor.Reset(entry);
                }
                else
                {
                    cursor = postings[i] = (DiskPostingsCursor)_sources[i].Reader.Postings(form, entry);
                }

                isAny |= _postings.Copy(_sources[i], cursor, form.HasPositions, writer);
                if (ordinals is not null)
                {
                    ordinals[i][cursors[i].Ordinal] = writer.TermCount;
                }
            }

            if (isAny)
            {
                writer.EndTerm(terms.Term);
            }
        }
    }

    private void MergeKeywords(SegmentFileWriter output, string fileName, FieldDefinition field, int number)
    {
        InvertedField form = _schema.Inverted(field, TermForm.Exact);

        // Segments on disk give columns on disk.
        DiskKeywordColumn[] columns =
            [.. _sources.Select(source => (DiskKeywordColumn)source.Reader.Keywords(field))];
        int[][] ordinals = [.. columns.Select(column => new int[column.ValueCount])];
        using var writer = new InvertedFieldWriter(_storage, output, fileName, form.Number, null);
        MergeTerms(form, writer, ordinals);
        var merged = new KeywordColumnWriter();
        int docCount = 0;
        for (int i = 0; i < _sources.Length; i++)
        {
            var codes = new CodeMerge(columns[i], ordinals[i], merged);
            for (int doc = 0; doc < _sources[i].Reader.DocCount; doc++)
            {
                if (_sources[i].Map(doc) >= 0)
                {
                    docCount += codes.Copy(doc) ? 1 : 0;
                }
            }
        }

        int valueCount = writer.TermCount;
        writer.Finish(docCount);
        merged.Finish(output, number, valueCount);
    }

    private void MergeIntervals(SegmentFileWriter output, FieldDefinition field, int number)
    {
        var merged = new IntervalColumnWriter();
        foreach (MergeSource source in _sources)
        {
            IntervalColumn column = source.Reader.Intervals(field);
            for (int doc = 0; doc < source.Reader.DocCount; doc++)
            {
                if (source.Map(doc) < 0)
                {
                    continue;
                }

                if (column.TryGet(doc, out long lower, out long upper))
                {
                    merged.Add(lower, upper);
                }
                else
                {
                    merged.AddNone();
                }
            }
        }

        merged.Finish(output, number);
    }

    private void MergeDocuments(SegmentFileWriter output)
    {
        using var merged = new DocumentBlockWriter(output);
        foreach (MergeSource source in _sources)
        {
            DocumentBlocks documents = source.Reader.Documents;
            for (int block = 0; block < documents.BlockCount; block++)
            {
                _cancellation.ThrowIfCancellationRequested();
                int first = documents.FirstDoc(block);
                int end = documents.FirstDoc(block + 1);
                if (source.IsWhole)
                {
                    merged.AddBlock(documents.Block(block), end - first);
                    continue;
                }

                for (int doc = first; doc < end; doc++)
                {
                    if (source.Map(doc) >= 0)
                    {
                        merged.AddEncoded(documents.Encoded(doc));
                    }
                }
            }
        }

        merged.Finish(output);
    }
}
