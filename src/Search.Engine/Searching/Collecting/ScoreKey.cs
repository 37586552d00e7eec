namespace Search.Engine.Searching.Collecting;

/// <summary>By score, best first. The bits of floats that are not negative ascend with their values.</summary>
internal sealed class ScoreKey : SegmentKey
{
    /// <inheritdoc/>
    public override long Of(int docId, float score) => -(long)BitConverter.SingleToInt32Bits(score);

    /// <inheritdoc/>
    public override long Of(in SortValue value) => Of(0, (float)value.Score);

    /// <inheritdoc/>
    public override SortValue Value(int docId, float score) => SortValue.OfScore(score);
}
