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

    private readonly Dictionary<(InvertedField Field, TermPattern Pattern), IReadOnlyList<ExpandedTerm>> _expanded = [];

    /// <inheritdoc/>
    public override int DocFrequency(InvertedField field, ReadOnlySpan<byte> term)
    {
        int sum = 0;
        foreach (SegmentView segment in segments)
        {
            if (segment.TryFindTerm(field, term, out TermEntry entry))
            {
                sum += entry.DocFrequency;
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ExpandedTerm> Expand(InvertedField field, TermPattern pattern)
    {
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

    /// <summary>The terms of one segment: gathered in borrowed memory, kept in two arrays of the right size.</summary>
    private ExpandedTerm[] ExpandOne(SegmentView segment, InvertedField field, TermPattern pattern)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(LeastBytes);
        (int End, int DocFrequency)[] found = ArrayPool<(int, int)>.Shared.Rent(LeastTerms);
        int count = 0;
        int end = 0;
        TermCursor cursor = segment.Terms(field);
        for (bool isAny = pattern.Seek(cursor); isAny && count < maxTerms; isAny = pattern.MoveNext(cursor))
        {
            Reserve(ref bytes, end, cursor.Term.Length);
            Reserve(ref found, count, 1);
            cursor.Term.CopyTo(bytes.AsSpan(end));
            end += cursor.Term.Length;
            found[count++] = (end, cursor.Entry.DocFrequency);
        }

        ReadOnlyMemory<byte> all = bytes.AsSpan(0, end).ToArray();
        var terms = new ExpandedTerm[count];
        for (int i = 0; i < count; i++)
        {
            int start = i == 0 ? 0 : found[i - 1].End;
            terms[i] = new ExpandedTerm(all[start..found[i].End], found[i].DocFrequency);
        }

        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<(int, int)>.Shared.Return(found);
        return terms;
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
