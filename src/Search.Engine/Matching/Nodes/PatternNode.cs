using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Documents that hold any term of a pattern, each with the same score, as Lucene's multi-term queries.
/// </summary>
/// <param name="field">Dictionary that the terms are looked for in.</param>
/// <param name="pattern">The terms.</param>
/// <param name="text">The clause as written, to be shown.</param>
internal sealed class PatternNode(InvertedField field, TermPattern pattern, string text) : QueryNode
{
    /// <summary>The dictionary.</summary>
    public InvertedField Field { get; } = field;

    /// <summary>The terms.</summary>
    public TermPattern Pattern => pattern;

    /// <summary>The clause as written.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        MatchReport report = context.Report;
        TermEntry[] entries = [];
        int count = 0;
        TermCursor terms = context.Segment.Terms(Field);
        for (bool found = pattern.Seek(terms); found; found = pattern.MoveNext(terms))
        {
            if (count == report.MaxTerms)
            {
                report.HasTruncatedExpansion = true;
                break;
            }

            if (count == entries.Length)
            {
                entries = report.RentEntries(entries);
            }

            entries[count++] = terms.Entry;
        }

        return count == 0
            ? NoneCursor.Instance
            : new TermSetCursor(context.Segment, Field, entries, count, report, boost);
    }

    /// <inheritdoc/>
    public override OccurrenceSource? Occurrences(MatchContext context) => Field.HasPositions
        ? new PostingsOccurrences(Field.Field, PatternPostings.Open(context.Segment, Field, pattern, context.Report))
        : null;
}
