using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// A set of terms that is found in a dictionary by leaping from one to the next, never by reading all of it. Safe for
/// use
/// by several threads.
/// </summary>
internal abstract class TermPattern
{
    /// <summary>Bytes that every term of the set begins with; empty where none are known.</summary>
    public virtual ReadOnlyMemory<byte> LiteralPrefix => default;

    /// <summary>Whether some terms may have been missed, since the pattern is too complex.</summary>
    public virtual bool IsTooComplex => false;

    /// <summary>Whether a term is in the set.</summary>
    public abstract bool Fits(ReadOnlySpan<byte> term);

    /// <summary>Moves a cursor to the first term of the set; false where there is none.</summary>
    public abstract bool Seek(TermCursor terms);

    /// <summary>Moves a cursor from a term of the set to the next; false behind the last.</summary>
    public abstract bool MoveNext(TermCursor terms);
}
