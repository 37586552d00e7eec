using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;

namespace Search.Engine.Searching.Rewriting;

/// <summary>What a query tree came to.</summary>
/// <param name="Root">The resolved tree.</param>
/// <param name="Patterns">Its patterns, in the order of the query, with the clause each was made of.</param>
/// <param name="Limits">Limits that were met.</param>
internal sealed record RewrittenQuery(
    QueryNode Root, IReadOnlyList<WrittenPattern> Patterns, IReadOnlyList<SearchLimit> Limits);

/// <summary>A pattern of a query.</summary>
/// <param name="Text">The clause as written.</param>
/// <param name="Field">Dictionary it is looked for in.</param>
/// <param name="Pattern">The words.</param>
internal sealed record WrittenPattern(string Text, InvertedField Field, TermPattern Pattern);
