namespace Search.Engine.Segments.Terms;

/// <summary>Walks the terms of one inverted field in the order of their bytes.</summary>
internal abstract class TermCursor
{
    /// <summary>The current term, UTF-8; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>What the dictionary says of the current term.</summary>
    public abstract TermEntry Entry { get; }

    /// <summary>Moves to the next term; false behind the last.</summary>
    public abstract bool MoveNext();

    /// <summary>
    /// Moves, forward or back, to the first term at or behind <paramref name="target"/>; false if there is none.
    /// </summary>
    public abstract bool Seek(ReadOnlySpan<byte> target);
}
