using Search.Engine.Matching.Nodes;
using Search.Engine.Segments;

namespace Search.Engine.Searching.Filtering;

/// <summary>A filter whose documents are kept, each segment's from when they are first asked for.</summary>
/// <param name="segmentCount">Number of segments.</param>
internal sealed class KeptFilter(int segmentCount)
{
    private readonly DocSet?[] _sets = new DocSet?[segmentCount];

    /// <summary>How often the filter was used before it was kept, and when it was used last.</summary>
    public (int Uses, long Last) Use { get; set; }

    /// <summary>The documents of a segment that pass. Two threads may find them at once, and find the same.</summary>
    /// <param name="number">Number of the segment.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="filter">The filter.</param>
    public DocSet Over(int number, SegmentView segment, QueryNode filter)
    {
        DocSet? set = Volatile.Read(ref _sets[number]);
        if (set is null)
        {
            set = DocSet.Of(segment, filter);
            Volatile.Write(ref _sets[number], set);
        }

        return set;
    }
}
