using Search.Queries.Trees;

namespace Search.Engine.Matching.Nodes;

/// <summary>One clause of a <see cref="BooleanNode"/>.</summary>
internal readonly record struct NodeClause(Occur Occur, QueryNode Node);
