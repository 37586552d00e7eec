namespace Search.Engine.Segments.Terms;

/// <summary>Walks the terms of one inverted field in the order of their bytes.</summary>
internal abstract class TermCursor
{
    /// <summary>The current term, UTF-8; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>What the dictionary says of the current term.</summary>
    public abstract TermEntry Entry { get; }

    /// <summary>
    /// Whether the letters of the terms are kept, so that <see cref="SeekLetters"/> passes over terms unread.
    /// </summary>
    public virtual bool HasLetters => false;

    /// <summary>Moves to the next term; false behind the last.</summary>
    public abstract bool MoveNext();

    /// <summary>
    /// Moves, forward or back, to the first term at or behind <paramref name="target"/>; false if there is none.
    /// </summary>
    public abstract bool Seek(ReadOnlySpan<byte> target);

    /// <summary>
    /// Moves to the first of the terms among which are all that begin with some bytes and whose letters pass a filter;
    /// others may be among them. False where there is none.
    /// </summary>
    public virtual bool SeekLetters(ReadOnlySpan<byte> prefix, in LetterFilter filter) => Seek(prefix);

    /// <summary>Moves to the next of the terms that <see cref="SeekLetters"/> speaks of; false behind them.</summary>
    public virtual bool MoveNextLetters() => MoveNext();

    /// <summary>
    /// Moves to the first term behind the current one that does not begin with its first bytes; false behind the last.
    /// </summary>
    /// <param name="length">How many of its bytes; as many as it has, or more, for the next term.</param>
    /// <param name="target">
    /// A term behind all that begin so: where it lies far off, the cursor may leap to the first term at or behind it.
    /// </param>
    /// <param name="shared">How many first bytes the new term is known to share with the old one.</param>
    public virtual bool MovePast(int length, ReadOnlySpan<byte> target, out int shared)
    {
        shared = 0;
        byte[] before = Term[..Math.Min(length, Term.Length)].ToArray();
        do
        {
            if (!MoveNext())
            {
                return false;
            }
        }
        while (length <= before.Length && Term.StartsWith(before));

        return true;
    }
}
