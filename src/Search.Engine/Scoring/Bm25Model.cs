using System.Buffers;
using Search.Engine.Matching;
using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Scoring;

/// <summary>BM25 over the sums of all segments of a snapshot.</summary>
/// <param name="segments">The segments.</param>
/// <param name="maxTerms">Most terms that a pattern is expanded to.</param>
/// <param name="sums">The sums.</param>
internal sealed class Bm25Model(IReadOnlyList<SegmentView> segments, int maxTerms, FieldSums sums) : ScoreModel
{
    private const int LeastBytes = 1024;
    private const int LeastTerms = 128;

    private readonly List<(byte[] Bytes, ExpandedTerm[] Terms)> _rented = [];
    private Dictionary<(InvertedField Field, TermPattern Pattern), IReadOnlyList<ExpandedTerm>>? _expanded;

    /// <inheritdoc/>
    public override int DocFrequency(InvertedField field, ReadOnlySpan<byte> term)
    {
        int sum = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            if (segments[i].TryFindTerm(field, term, out TermEntry entry))
            {
                sum += entry.DocFrequency;
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ExpandedTerm> Expand(InvertedField field, TermPattern pattern)
    {
        _expanded ??= [];
        if (!_expanded.TryGetValue((field, pattern), out IReadOnlyList<ExpandedTerm>? terms))
        {
            terms = segments.Count == 1 ? ExpandOne(segments[0], field, pattern) : ExpandAll(field, pattern);
            _expanded.Add((field, pattern), terms);
        }

        return terms;
    }

    /// <inheritdoc/>
    public override float Idf(InvertedField field, int docFrequency) =>
        Bm25.Idf(docFrequency, sums.Of(field).DocCount);

    /// <inheritdoc/>
    public override FrequencyScore Weigh(InvertedField field, float idf, float boost) =>
        new Bm25Score(boost * idf, sums.Of(field));

    /// <inheritdoc/>
    public override bool HasEntriesOf(SegmentView segment) =>
        segments.Count == 1 && segments[0] == segment;

    /// <inheritdoc/>
    public override void Return()
    {
        foreach ((byte[] bytes, ExpandedTerm[] terms) in _rented)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<ExpandedTerm>.Shared.Return(terms, clearArray: true);
        }

        _rented.Clear();
        _expanded = null;
    }

    /// <summary>The terms of one segment, in borrowed memory.</summary>
    private ArraySegment<ExpandedTerm> ExpandOne(SegmentView segment, InvertedField field, TermPattern pattern)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(LeastBytes);
        ExpandedTerm[] terms = ArrayPool<ExpandedTerm>.Shared.Rent(LeastTerms);
        int count = 0;
        int end = 0;
        TermCursor cursor = segment.Terms(field);
        for (bool isAny = pattern.Seek(cursor); isAny && count < maxTerms; isAny = pattern.MoveNext(cursor))
        {
            int length = cursor.Term.Length;
            Reserve(ref bytes, end, length);
            Reserve(ref terms, count, 1);
            cursor.Term.CopyTo(bytes.AsSpan(end));
            TermEntry entry = cursor.Entry;
            terms[count++] = new ExpandedTerm(bytes.AsMemory(end, length), entry.DocFrequency, entry);
            end += length;
        }

        // The bytes may have moved to a larger array since.
        for (int i = 0, start = 0; i < count; i++)
        {
            int length = terms[i].Term.Length;
            terms[i] = terms[i] with { Term = bytes.AsMemory(start, length) };
            start += length;
        }

        _rented.Add((bytes, terms));
        return new ArraySegment<ExpandedTerm>(terms, 0, count);
    }

    /// <summary>Makes room for more behind what a borrowed array holds.</summary>
    private static void Reserve<T>(ref T[] array, int count, int more)
    {
        if (more > array.Length - count)
        {
            T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(2 * array.Length, count + more));
            array.AsSpan(0, count).CopyTo(larger);
            ArrayPool<T>.Shared.Return(array);
            array = larger;
        }
    }

    private List<ExpandedTerm> ExpandAll(InvertedField field, TermPattern pattern)
    {
        List<ExpandedTerm> all = [];
        foreach (SegmentView segment in segments)
        {
            all.AddRange(ExpandOne(segment, field, pattern));
        }

        all.Sort(static (left, right) => left.Term.Span.SequenceCompareTo(right.Term.Span));
        List<ExpandedTerm> merged = [];
        foreach (ExpandedTerm term in all)
        {
            if (merged.Count > 0 && merged[^1].Term.Span.SequenceEqual(term.Term.Span))
            {
                merged[^1] = merged[^1] with { DocFrequency = merged[^1].DocFrequency + term.DocFrequency };
            }
            else
            {
                merged.Add(term);
            }
        }

        return merged;
    }
}
