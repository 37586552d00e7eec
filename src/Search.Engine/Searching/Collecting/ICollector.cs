using Search.Engine.Segments;

namespace Search.Engine.Searching.Collecting;

/// <summary>Counts the matches of each segment in turn and keeps the best.</summary>
internal interface ICollector
{
    /// <summary>Documents that match.</summary>
    long Total { get; }

    /// <summary>The best hits, in order.</summary>
    IReadOnlyList<SearchHit> Best();

    /// <summary>Collects one segment; segments come in order.</summary>
    /// <param name="number">Place of the segment.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="match">What matches.</param>
    void Collect(int number, SegmentView segment, SegmentMatch match);
}
