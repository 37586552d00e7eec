namespace Search.Engine.Matching.Automata;

/// <summary>
/// A deterministic automaton over code points, made state by state as it is walked. State 0 is the first. Safe for use
/// by
/// several threads.
/// </summary>
internal abstract class TermAutomaton
{
    /// <summary>What a step gives where no term can be reached.</summary>
    public const int Dead = -1;

    /// <summary>The state behind a code point, or <see cref="Dead"/>.</summary>
    public abstract int Step(int state, int codePoint);

    /// <summary>Whether a term may end here.</summary>
    public abstract bool IsAccepting(int state);

    /// <summary>Whether a term may end here and go on in any way, so that the rest of it need not be read.</summary>
    public virtual bool AcceptsAnyRest(int state) => false;

    /// <summary>
    /// The least code point at or above <paramref name="from"/> that does not lead to death; -1 for none.
    /// </summary>
    public abstract int NextLabel(int state, int from);
}
