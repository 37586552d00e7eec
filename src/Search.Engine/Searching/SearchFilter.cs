using Search.Queries.Trees;

namespace Search.Engine.Searching;

/// <summary>A query that every hit must match too, without counting for the score.</summary>
/// <param name="Name">
/// Name, compared without case: the facet of the field of this name is counted as if the filter were not there.
/// </param>
/// <param name="Query">What is asked.</param>
public sealed record SearchFilter(string Name, Query Query);
