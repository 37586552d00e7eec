using Search.Engine.Matching.Cursors;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// The filters of a search whose names are those of facets. A document that fails those of one name alone is no hit,
/// but
/// counts for the facet of that name.
/// </summary>
/// <param name="filters">Cursors over one segment, none of them moved, with the number of the facet they leave
/// alone.</param>
internal sealed class SegmentFilters((MatchCursor Cursor, int Facet)[] filters)
{
    /// <summary>What <see cref="Failed"/> gives for a document that passes all.</summary>
    public const int None = -1;

    /// <summary>What <see cref="Failed"/> gives for a document that fails filters of several facets.</summary>
    public const int Several = -2;

    /// <summary>The facet whose filters alone a document fails; documents are asked in ascending order.</summary>
    public int Failed(int docId)
    {
        int failed = None;
        foreach ((MatchCursor cursor, int facet) in filters)
        {
            if (facet != failed
                && !(cursor.Seek(docId) == docId && (cursor.IsExact || cursor.Matches())))
            {
                if (failed != None)
                {
                    return Several;
                }

                failed = facet;
            }
        }

        return failed;
    }
}
