using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Engine.Searching.Rewriting;
using Search.Engine.Spans;
using Search.Queries.Trees;

namespace Search.Engine.Searching;

/// <summary>
/// A query prepared once and asked of many documents in memory: the very operators of a search. Immutable, and safe for
/// use by several threads, each with a document of its own.
/// </summary>
public sealed class DocumentMatcher
{
    /// <summary>Prepares a query.</summary>
    public DocumentMatcher(Query query, IndexSchema schema, SearchLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        RewrittenQuery rewritten = QueryRewriter.Rewrite(query, schema, limits ?? new SearchLimits());
        Root = rewritten.Root;
        Limits = rewritten.Limits;
    }

    /// <summary>Limits that were met while the query was prepared: it may match less than it says.</summary>
    public IReadOnlyList<SearchLimit> Limits { get; }

    /// <summary>The resolved query.</summary>
    internal QueryNode Root { get; }

    /// <summary>Whether a document matches.</summary>
    public bool Matches(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new SpanCollector(document.Memory, document.Context).IsMatch(Root);
    }

    /// <summary>
    /// What matches in a document: in the order of the schema's fields and then of their start, none overlapping
    /// another of
    /// the same field. Empty where the document does not match, or nothing of the query is about words.
    /// </summary>
    public IReadOnlyList<MatchSpan> Spans(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new SpanCollector(document.Memory, document.Context).Collect(Root);
    }
}
