using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Phrases;

/// <summary>Opens the postings of every term that a pattern takes in.</summary>
internal static class PatternPostings
{
    /// <summary>One cursor over the postings of all terms of a pattern; null where no term fits.</summary>
    public static PostingsCursor? Open(
        SegmentView segment, InvertedField field, TermPattern pattern, MatchReport report)
    {
        List<PostingsCursor> cursors = [];
        TermCursor terms = segment.Terms(field);
        for (bool found = pattern.Seek(terms); found; found = pattern.MoveNext(terms))
        {
            if (cursors.Count == report.MaxOpenTerms)
            {
                report.HasTruncatedExpansion = true;
                break;
            }

            cursors.Add(segment.Postings(field, terms.Entry));
        }

        return cursors.Count switch { 0 => null, 1 => cursors[0], _ => new UnionPostingsCursor([.. cursors]) };
    }
}
