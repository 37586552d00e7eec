using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Documents with one of some values in a keyword field. A field is a choice, not a matter of degree: the score is
/// constant,
/// so that a field asked in the query and the same field as a filter give the same order.
/// </summary>
/// <param name="field">The inverted field of a keyword field.</param>
/// <param name="values">Values, UTF-8, none twice.</param>
internal sealed class KeywordNode(InvertedField field, IReadOnlyList<byte[]> values) : QueryNode
{
    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        List<MatchCursor> cursors = [];
        foreach (byte[] value in values)
        {
            if (context.Segment.TryFindTerm(field, value, out TermEntry entry))
            {
                cursors.Add(new PlainCursor(context.Segment.Postings(field, entry), boost));
            }
        }

        return cursors.Count switch
        {
            0 => NoneCursor.Instance,
            1 => cursors[0],
            _ => new ConstantCursor(new DisjunctionCursor([.. cursors]), boost),
        };
    }
}
