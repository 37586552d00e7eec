namespace Search.Queries.Trees;

/// <summary>What a clause of a <see cref="BooleanQuery"/> asks.</summary>
public enum Occur
{
    /// <summary>The clause must match and adds to the score.</summary>
    Must,

    /// <summary>The clause may match and adds to the score; where nothing must, at least one has to.</summary>
    Should,

    /// <summary>The clause must not match.</summary>
    MustNot,
}
