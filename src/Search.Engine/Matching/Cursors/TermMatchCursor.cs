using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>Documents that hold one term.</summary>
internal sealed class TermMatchCursor(
    PostingsCursor postings, SegmentView segment, InvertedField field, FrequencyScore? score) : FrequencyCursor
{
    /// <inheritdoc/>
    public override int DocId => postings.DocId;

    /// <inheritdoc/>
    public override long Cost => postings.Cost;

    /// <inheritdoc/>
    public override int Next() => postings.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => postings.Seek(target);

    /// <inheritdoc/>
    public override float Frequency() => postings.Frequency;

    /// <inheritdoc/>
    public override float Score() =>
        score is null ? 0 : score.Score(postings.Frequency, segment.Norms(field)[postings.DocId]);
}
