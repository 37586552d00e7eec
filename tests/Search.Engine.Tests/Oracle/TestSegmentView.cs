using System.Text;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Oracle;

/// <summary>A segment made of lists, as plain as can be.</summary>
internal sealed class TestSegmentView : SegmentView
{
    private readonly OracleDocument[] _documents;
    private readonly List<byte[]>[] _terms;
    private readonly List<List<(int DocId, int[] Positions)>>[] _postings;
    private readonly ulong[] _live;

    public TestSegmentView(IndexSchema schema, IEnumerable<OracleDocument> documents)
    {
        Schema = schema;
        _documents = [.. documents];
        _terms = new List<byte[]>[schema.InvertedFields.Count];
        _postings = new List<List<(int, int[])>>[schema.InvertedFields.Count];
        foreach (InvertedField field in schema.InvertedFields)
        {
            Invert(field);
        }

        _live = new ulong[(_documents.Length + 63) / 64];
        for (int i = 0; i < _documents.Length; i++)
        {
            _live[i / 64] |= _documents[i].IsDeleted ? 0 : 1UL << (i % 64);
        }
    }

    public override IndexSchema Schema { get; }

    public override int DocCount => _documents.Length;

    public override int LiveDocCount => _documents.Count(document => !document.IsDeleted);

    public override ReadOnlySpan<ulong> LiveDocs => LiveDocCount == DocCount ? [] : _live;

    public override FieldStatistics Statistics(InvertedField field) => new(
        _documents.Count(document => Words(document, field).Length > 0),
        _documents.Sum(document => (long)Words(document, field).Length),
        _postings[field.Number].Sum(postings => (long)postings.Count));

    public override ReadOnlySpan<byte> Norms(InvertedField field) =>
        _documents.Select(document => (byte)Words(document, field).Length).ToArray();

    public override bool TryFindTerm(InvertedField field, ReadOnlySpan<byte> term, out TermEntry entry)
    {
        byte[] wanted = term.ToArray();
        int index = _terms[field.Number].FindIndex(candidate => candidate.AsSpan().SequenceEqual(wanted));
        entry = index < 0 ? default : Entry(field, index);
        return index >= 0;
    }

    public override TermCursor Terms(InvertedField field) => new Dictionary(this, field);

    public override PostingsCursor Postings(InvertedField field, in TermEntry entry) =>
        new List(_postings[field.Number][(int)entry.PostingsOffset]);

    public override KeywordColumn Keywords(FieldDefinition field) => new Themes(this, field);

    public override IntervalColumn Intervals(FieldDefinition field) => new Numbers(_documents);

    private static string[] Words(OracleDocument document, InvertedField field) => field.Field.Name switch
    {
        "theme" => [.. document.Themes.Distinct()],
        "id" => [document.Id],
        _ when field.Form == TermForm.Stemmed => [.. document.Words(field.Field.Name).Select(OracleDocument.Stem)],
        _ => document.Words(field.Field.Name),
    };

    private void Invert(InvertedField field)
    {
        var postings = new SortedDictionary<string, List<(int, int[])>>(StringComparer.Ordinal);
        for (int docId = 0; docId < _documents.Length; docId++)
        {
            string[] words = Words(_documents[docId], field);
            foreach (string word in words.Distinct())
            {
                int[] positions = [.. Enumerable.Range(0, words.Length).Where(i => words[i] == word)];
                postings.TryAdd(word, []);
                postings[word].Add((docId, positions));
            }
        }

        _terms[field.Number] = [.. postings.Keys.Select(Encoding.UTF8.GetBytes)];
        _postings[field.Number] = [.. postings.Values];
    }

    private TermEntry Entry(InvertedField field, int index)
    {
        List<(int DocId, int[] Positions)> postings = _postings[field.Number][index];
        return new TermEntry(postings.Count, postings.Sum(posting => (long)posting.Positions.Length), index, 0);
    }

    private sealed class Dictionary(TestSegmentView segment, InvertedField inverted) : TermCursor
    {
        private int _index = -1;

        public override ReadOnlySpan<byte> Term => segment._terms[inverted.Number][_index];

        public override TermEntry Entry => segment.Entry(inverted, _index);

        public override bool MoveNext() => ++_index < segment._terms[inverted.Number].Count;

        public override bool Seek(ReadOnlySpan<byte> target)
        {
            byte[] wanted = target.ToArray();
            _index = segment._terms[inverted.Number].FindIndex(term => term.AsSpan().SequenceCompareTo(wanted) >= 0);
            return _index >= 0;
        }
    }

    private sealed class List(List<(int DocId, int[] Positions)> postings) : PostingsCursor
    {
        private int _index = -1;

        public override int DocId => _index < 0 ? -1 : _index < postings.Count ? postings[_index].DocId : End;

        public override long Cost => postings.Count;

        public override int Frequency => postings[_index].Positions.Length;

        public override int Next()
        {
            _index = Math.Min(_index + 1, postings.Count);
            return DocId;
        }

        public override int Seek(int target)
        {
            while (DocId < target)
            {
                Next();
            }

            return DocId;
        }

        public override ReadOnlySpan<int> Positions() => postings[_index].Positions;
    }

    private sealed class Themes(TestSegmentView segment, FieldDefinition field) : KeywordColumn
    {
        private readonly List<byte[]> _values = segment._terms[segment.Schema.Inverted(field, TermForm.Exact).Number];

        public override int ValueCount => _values.Count;

        public override ReadOnlySpan<byte> Value(int ordinal) => _values[ordinal];

        public override ReadOnlySpan<int> Ordinals(int docId, ref int[] buffer) =>
            Words(segment._documents[docId], segment.Schema.Inverted(field, TermForm.Exact))
            .Select(theme => _values.FindIndex(value => value.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(theme))))
            .Order()
            .ToArray();
    }

    private sealed class Numbers(OracleDocument[] documents) : IntervalColumn
    {
        public override bool TryGet(int docId, out long lower, out long upper)
        {
            (lower, upper) = documents[docId].Interval ?? (0, 0);
            return documents[docId].Interval is not null;
        }
    }
}
