namespace Search.Engine.Matching.Automata;

/// <summary>
/// A regular expression over code points. Made by <see cref="RegexExpressions"/> alone, which gives equal expressions
/// the
/// same object, so that they are compared by reference.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Unique among the expressions of one maker, ascending as they are made.</param>
/// <param name="IsNullable">Whether it takes in the empty text.</param>
internal sealed record RegexExpression(RegexKind Kind, int Number, bool IsNullable)
{
    /// <summary>
    /// Parts: two of a sequence, any number of a union or an intersection, one of the others; or none.
    /// </summary>
    public IReadOnlyList<RegexExpression> Parts { get; init; } = [];

    /// <summary>Ranges of a class: first and last code point in turn, ascending, none touching another.</summary>
    public IReadOnlyList<int> Ranges { get; init; } = [];

    /// <summary>Least number of repeats.</summary>
    public int Least { get; init; }

    /// <summary>Most repeats; <see cref="int.MaxValue"/> for no end.</summary>
    public int Most { get; init; }

    /// <inheritdoc/>
    public bool Equals(RegexExpression? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;
}

/// <summary>Kinds of regular expressions.</summary>
internal enum RegexKind
{
    /// <summary>No text at all.</summary>
    Nothing,

    /// <summary>The empty text.</summary>
    Empty,

    /// <summary>One code point of some ranges.</summary>
    Class,

    /// <summary>One part and then the other.</summary>
    Sequence,

    /// <summary>Any of the parts.</summary>
    Union,

    /// <summary>All of the parts.</summary>
    Intersection,

    /// <summary>A part so many times.</summary>
    Repeat,

    /// <summary>Any text but the part.</summary>
    Complement,
}
