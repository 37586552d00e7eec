using Search.Engine.Codecs;
using Search.Engine.Schemas;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Pairs;
using Search.Engine.Storage;
using Search.Text.Analysis;

namespace Search.Engine.Indexing.Buffers;

/// <summary>A text field of the documents buffered: its one or two inverted forms and its lengths.</summary>
internal sealed class TextBuffer : FieldBuffer
{
    private readonly FieldDefinition _field;
    private readonly PairRule _pairs;
    private readonly InvertedField[] _forms;
    private readonly InvertedBuffer[] _inverted;
    private readonly TokenBuffer _tokens = new();
    private readonly ByteBuffer _norms = new(1 << 12);
    private bool _isStaged;
    private int _docCount;

    /// <summary>Makes an empty buffer.</summary>
    public TextBuffer(IndexSchema schema, FieldDefinition field)
    {
        _field = field;
        _pairs = schema.Pairs;
        _forms = [.. schema.InvertedFields.Where(inverted => inverted.Field == field)];
        _inverted = [.. _forms.Select(_ => new InvertedBuffer(hasPositions: true))];
    }

    /// <inheritdoc/>
    public override long MemoryInBytes
    {
        get
        {
            long total = _norms.Capacity;
            foreach (InvertedBuffer form in _inverted)
            {
                total += form.MemoryInBytes;
            }

            return total;
        }
    }

    /// <summary>Analyzes the document's text.</summary>
    /// <exception cref="ArgumentException">The document has a text already.</exception>
    public void Stage(Analyzer analyzer, ReadOnlySpan<char> text)
    {
        if (_isStaged)
        {
            throw DocumentFields.SecondValue(_field);
        }

        _isStaged = true;
        analyzer.Analyze(text, _tokens);
    }

    /// <inheritdoc/>
    public override void ClearStaged()
    {
        _isStaged = false;
        _tokens.Clear();
    }

    /// <inheritdoc/>
    public override void EndDocument()
    {
        for (int form = 0; form < _forms.Length; form++)
        {
            bool isStemmed = _forms[form].Form == TermForm.Stemmed;
            TermTable terms = _inverted[form].Terms;
            TokenStream stream = _inverted[form].Stream;
            int expected = 0;
            for (int i = 0; i < _tokens.Count; i++)
            {
                int position = _tokens[i].Position;
                if (position != expected)
                {
                    stream.AddMark(TokenStream.JumpTo(position));
                }

                expected = position + 1;
                stream.AddTerm(terms.GetOrAdd(isStemmed ? _tokens.Stem(i) : _tokens.Exact(i)));
            }

            stream.AddMark(TokenStream.DocumentEnd);
        }

        _docCount += _tokens.Count > 0 ? 1 : 0;
        _norms.Write(LengthCode.Encode(_tokens.Count));
        ClearStaged();
    }

    /// <inheritdoc/>
    public override void Write(IndexStorage storage, SegmentFileWriter output, string segment, ref ulong[] scratch)
    {
        byte[] norms = _norms.Span.ToArray();
        for (int form = 0; form < _forms.Length; form++)
        {
            PairRule? pairs = _forms[form].HasPairs ? _pairs : null;
            InvertedBuffer inverted = _inverted[form];
            using var writer = new InvertedFieldWriter(
                storage, output, segment, _forms[form].Number, norms, _forms[form].HasLetters, pairs);
            inverted.Write(writer, inverted.Terms.Sort(), ref scratch);
            writer.Finish(_docCount);
            if (writer.BeginPairs(out CommonWord[] words) is PairWriter lists)
            {
                var neighbours = new NeighbourPairs(inverted.Terms, inverted.Stream, words);
                neighbours.Write(lists, _pairs, norms.Length, ref scratch);
                lists.Finish();
            }
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (InvertedBuffer form in _inverted)
        {
            form.Clear();
        }

        _norms.Clear();
        _docCount = 0;
    }
}
