using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Scoring;

/// <summary>
/// What scores by lengths are made of, field by field, over all segments of a snapshot: computed when first asked for
/// and kept as long as the snapshot. Safe for use by several threads: what two of them find at once is the same.
/// </summary>
/// <param name="segments">The segments.</param>
/// <param name="schema">Their schema.</param>
internal sealed class FieldSums(IReadOnlyList<SegmentView> segments, IndexSchema schema)
{
    private readonly FieldSum?[] _sums = new FieldSum?[schema.InvertedFields.Count];

    /// <summary>The sums of a field of the schema.</summary>
    public FieldSum Of(InvertedField field)
    {
        ref FieldSum? sum = ref _sums[field.Number];
        if (Volatile.Read(ref sum) is { } known)
        {
            return known;
        }

        int docCount = 0;
        long length = 0;
        foreach (SegmentView segment in segments)
        {
            FieldStatistics statistics = segment.Statistics(field);
            docCount += statistics.DocCount;
            length += statistics.SumTotalTermFrequency;
        }

        float average = docCount == 0 ? 1 : (float)(length / (double)docCount);
        known = new FieldSum(docCount, Bm25.InverseNorms(average));
        Volatile.Write(ref sum, known);
        return known;
    }
}
