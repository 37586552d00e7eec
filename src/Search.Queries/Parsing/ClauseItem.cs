using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>How a clause is joined to the one before it.</summary>
internal enum Joint
{
    /// <summary>By a blank.</summary>
    None,

    /// <summary>By AND.</summary>
    And,

    /// <summary>By OR.</summary>
    Or,
}

/// <summary>One clause of a group with what stands before it.</summary>
/// <param name="Joint">How it is joined to the clause before; <see cref="Joint.None"/> for the first.</param>
/// <param name="Occur">Must after a +, MustNot after NOT, - or !, Should without a sign.</param>
/// <param name="Query">What it asks.</param>
internal readonly record struct ClauseItem(Joint Joint, Occur Occur, Query Query);
