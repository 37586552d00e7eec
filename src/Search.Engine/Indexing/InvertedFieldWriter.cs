using Search.Engine.Codecs;
using Search.Engine.Schemas;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// Writes all sections of one inverted field of a segment: norms, postings, positions, terms and sums, then pairs of
/// words. Flushes and merges both go through it. Terms come in the order of their bytes, each with runs of postings.
/// </summary>
internal sealed class InvertedFieldWriter : IDisposable
{
    private readonly SegmentFileWriter _output;
    private readonly int _field;
    private readonly SpillBuffer? _positions;
    private readonly TermDictionaryWriter _terms;
    private readonly PostingsWriter _postings;
    private readonly byte[]? _norms;
    private readonly CommonWords? _words;
    private long _sumTotalTermFrequency;
    private long _sumDocFrequency;

    /// <summary>Writes the norms and begins the postings.</summary>
    /// <param name="storage">Where buffers spill to.</param>
    /// <param name="output">The segment file, no section open.</param>
    /// <param name="segment">Name of the segment, for the names of spilled files.</param>
    /// <param name="field">Number of the inverted field.</param>
    /// <param name="norms">One norm a document; null where the field has neither norms nor positions.</param>
    /// <param name="hasLetters">Whether the letters of the terms are kept, to find patterns by.</param>
    /// <param name="pairs">Which pairs of words get lists; null for none.</param>
    public InvertedFieldWriter(
        IndexStorage storage,
        SegmentFileWriter output,
        string segment,
        int field,
        byte[]? norms,
        bool hasLetters = false,
        PairRule? pairs = null)
    {
        _output = output;
        _field = field;
        _norms = norms;
        _words = norms is not null && pairs is not null && pairs.AppliesTo(norms.Length)
            ? new CommonWords(pairs, norms.Length)
            : null;
        if (norms is not null)
        {
            output.BeginSection(SectionKind.Norms, field);
            output.Write(norms);
            output.EndSection();
            _positions = new SpillBuffer(storage, $"{segment}-{field}-positions.tmp");
        }

        _terms = new TermDictionaryWriter(storage, $"{segment}-{field}-terms.tmp", norms is not null, hasLetters);
        output.BeginSection(SectionKind.Postings, field);
        _postings = new PostingsWriter(output, _positions, norms);
    }

    /// <summary>Terms written so far: the ordinal of the next.</summary>
    public int TermCount => checked((int)_terms.Count);

    /// <summary>Begins a term; one that is begun and given no postings is left out.</summary>
    public void BeginTerm() => _postings.BeginTerm();

    /// <summary>Appends postings of the term; see <see cref="PostingsWriter.Add"/>.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> gaps) =>
        _postings.Add(docs, frequencies, gaps);

    /// <summary>Ends a term that was given postings.</summary>
    public void EndTerm(ReadOnlySpan<byte> term)
    {
        TermEntry entry = _postings.EndTerm();
        _sumTotalTermFrequency += entry.TotalTermFrequency;
        _sumDocFrequency += entry.DocFrequency;
        _terms.Add(term, entry);
        _words?.Add(term, entry);
    }

    /// <summary>Writes what stands behind the postings.</summary>
    /// <param name="docCount">Documents that have the field.</param>
    public void Finish(int docCount)
    {
        _output.EndSection();
        if (_positions is not null)
        {
            _output.BeginSection(SectionKind.Positions, _field);
            _positions.CopyTo(_output);
            _output.EndSection();
        }

        _terms.Finish(_output, _field);
        var sums = new ByteBuffer();
        sums.WriteUInt64((ulong)docCount);
        sums.WriteUInt64((ulong)_sumTotalTermFrequency);
        sums.WriteUInt64((ulong)_sumDocFrequency);
        _output.BeginSection(SectionKind.Statistics, _field);
        _output.Write(sums.Span);
        _output.EndSection();
    }

    /// <summary>
    /// Begins the lists of pairs, behind all else of the field; null where the segment has none.
    /// </summary>
    /// <param name="words">The words that they are made of, in the order of their terms.</param>
    public PairWriter? BeginPairs(out CommonWord[] words)
    {
        words = _words?.Take() ?? [];
        return _words is null ? null : new PairWriter(_output, _field, _norms!); // there with the words
    }

    /// <summary>Throws away what was not finished.</summary>
    public void Dispose()
    {
        _positions?.Dispose();
        _terms.Dispose();
    }
}
