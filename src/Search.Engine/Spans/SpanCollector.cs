using Search.Engine.Indexing;
using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Spans;

/// <summary>
/// Finds what a query matches in one document. Only clauses that match count, and of these the positive ones: a word
/// marks each of its occurrences, a phrase the words of each of its own, nearness its operands where they are near.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="context">The document as a segment, without scores.</param>
internal sealed class SpanCollector(MemoryDocument document, MatchContext context)
{
    private readonly OccurrenceList _occurrences = new(keepsMarks: true);
    private readonly List<(FieldDefinition Field, Mark Mark)> _marks = [];

    /// <summary>
    /// The spans of a query: in the order of the schema's fields and then of their start, none overlapping another of
    /// the
    /// same field. Empty where the document does not match, or nothing of the query is about words.
    /// </summary>
    public IReadOnlyList<MatchSpan> Collect(QueryNode node)
    {
        _marks.Clear();
        if (IsMatch(node))
        {
            Mark(node);
        }

        if (_marks.Count == 0)
        {
            return [];
        }

        List<MatchSpan> spans = [];
        foreach (FieldDefinition field in document.Schema.Fields)
        {
            AddSpans(field, spans);
        }

        return spans;
    }

    /// <summary>Whether the document matches a query.</summary>
    public bool IsMatch(QueryNode node)
    {
        MatchCursor cursor = node.Cursor(context, 1);
        return cursor.Seek(0) == 0 && (cursor.IsExact || cursor.Matches());
    }

    private void Mark(QueryNode node)
    {
        switch (node)
        {
            case BooleanNode boolean:
                foreach (NodeClause clause in boolean.Clauses)
                {
                    if (clause.Occur != Occur.MustNot && (clause.Occur == Occur.Must || IsMatch(clause.Node)))
                    {
                        Mark(clause.Node);
                    }
                }

                break;
            case BoostNode boost:
                Mark(boost.Inner);
                break;
            case ConstantNode constant:
                Mark(constant.Inner);
                break;
            default:
                if (node.Occurrences(context) is OccurrenceSource source)
                {
                    Take(source);
                }

                break;
        }
    }

    private void Take(OccurrenceSource source)
    {
        _occurrences.Clear();
        source.Collect(0, _occurrences);
        foreach (Occurrence occurrence in _occurrences.Items)
        {
            foreach (Mark mark in _occurrences.Marks(occurrence))
            {
                _marks.Add((source.Field, mark));
            }
        }
    }

    private void AddSpans(FieldDefinition field, List<MatchSpan> spans)
    {
        Mark[] marks =
        [
            .. _marks.Where(mark => mark.Field == field).Select(mark => mark.Mark).Distinct()
                .OrderBy(mark => mark.Start).ThenBy(mark => mark.End),
        ];
        if (marks.Length == 0)
        {
            return;
        }

        TokenBuffer tokens = document.Tokens(field);
        foreach (Mark mark in marks)
        {
            int start = tokens[First(tokens, mark.Start)].Start;
            int end = tokens[First(tokens, mark.End + 1) - 1].End;
            if (spans.Count > 0 && spans[^1].Field == field.Name && start < spans[^1].End)
            {
                spans[^1] = spans[^1] with { End = Math.Max(end, spans[^1].End) };
            }
            else
            {
                spans.Add(new MatchSpan(field.Name, start, end));
            }
        }
    }

    /// <summary>Index of the first token at or behind a position.</summary>
    private static int First(TokenBuffer tokens, int position)
    {
        int low = 0;
        int high = tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Position < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
