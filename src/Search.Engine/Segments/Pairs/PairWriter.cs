using System.Diagnostics;
using Search.Engine.Codecs;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Pairs;

/// <summary>
/// Writes the lists of pairs of one field, and the table that leads to them. Pairs come in the order of the first
/// word's term, then of the second's.
/// </summary>
internal sealed class PairWriter
{
    private readonly SegmentFileWriter _output;
    private readonly int _field;
    private readonly PostingsWriter _postings;
    private readonly ByteBuffer _rows = new();
    private (long First, long Second) _last = (-1, -1);

    /// <summary>Begins the lists.</summary>
    /// <param name="output">The segment file, no section open.</param>
    /// <param name="field">Number of the inverted field.</param>
    /// <param name="norms">One norm a document.</param>
    public PairWriter(SegmentFileWriter output, int field, byte[] norms)
    {
        _output = output;
        _field = field;
        output.BeginSection(SectionKind.PairPostings, field);
        _postings = new PostingsWriter(output, null, norms);
    }

    /// <summary>Begins the next pair; one that is given no postings is not ended.</summary>
    public void Begin() => _postings.BeginTerm();

    /// <summary>Appends documents and how often each holds the pair.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> frequencies) => _postings.Add(docs, frequencies, []);

    /// <summary>Ends a pair that was given postings.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="second">The second.</param>
    public void End(in TermEntry first, in TermEntry second)
    {
        var words = (first.PostingsOffset, second.PostingsOffset);
        Debug.Assert(words.CompareTo(_last) > 0, "pairs come in order");
        _last = words;
        TermEntry entry = _postings.EndTerm();
        _rows.WriteUInt64((ulong)first.PostingsOffset);
        _rows.WriteUInt64((ulong)second.PostingsOffset);
        _rows.WriteUInt64((ulong)entry.DocFrequency);
        _rows.WriteUInt64((ulong)entry.TotalTermFrequency);
        _rows.WriteUInt64((ulong)entry.PostingsOffset);
    }

    /// <summary>Writes the table.</summary>
    public void Finish()
    {
        _output.EndSection();
        _output.BeginSection(SectionKind.Pairs, _field);
        _output.Write(_rows.Span);
        _output.EndSection();
    }
}
