using System.Text;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// The terms that an automaton accepts. A rejected term tells the least term that could be accepted behind it, and the
/// cursor leaps there (the intersection of dictionary and automaton in Lucene's AutomatonTermsEnum).
/// </summary>
internal sealed class AutomatonPattern(TermAutomaton automaton, byte[] literalPrefix) : TermPattern
{
    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> LiteralPrefix => literalPrefix;

    /// <summary>The automaton.</summary>
    public TermAutomaton Automaton => automaton;

    /// <inheritdoc/>
    public override bool IsTooComplex => automaton is RegexAutomaton { IsTooComplex: true };

    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term)
    {
        int state = 0;
        while (!term.IsEmpty && state != TermAutomaton.Dead && !automaton.AcceptsAnyRest(state))
        {
            state = automaton.Step(state, CodePoints.Decode(term, out int length));
            term = term[length..];
        }

        return state != TermAutomaton.Dead && automaton.IsAccepting(state);
    }

    /// <inheritdoc/>
    public override bool Seek(TermCursor terms) => terms.Seek(literalPrefix) && Advance(terms);

    /// <inheritdoc/>
    public override bool MoveNext(TermCursor terms) => terms.MoveNext() && Advance(terms);

    private bool Advance(TermCursor terms)
    {
        List<(int State, int Offset)> path = [(0, 0)];
        byte[] target = [];
        while (true)
        {
            (bool isAccepted, int dead) = Run(terms.Term, path);
            if (isAccepted)
            {
                return true;
            }

            // Where the term ended alive, a longer one may be accepted; else none that goes on in the same way.
            int length = dead < 0 ? int.MaxValue : dead;
            int targetLength = 0;
            if (dead >= 0 && !TryNextTarget(terms.Term, path, out length, ref target, out targetLength))
            {
                return false;
            }

            if (!terms.MovePast(length, target.AsSpan(0, targetLength), out int shared))
            {
                return false;
            }

            while (path[^1].Offset > shared)
            {
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    /// <summary>
    /// Runs a term from where its path ends and notes the live states with the offsets they were reached at. Tells
    /// whether the term is accepted, and behind how many bytes it died; -1 where it ended alive.
    /// </summary>
    private (bool IsAccepted, int Dead) Run(ReadOnlySpan<byte> term, List<(int State, int Offset)> path)
    {
        (int state, int offset) = path[^1];
        while (offset < term.Length)
        {
            if (automaton.AcceptsAnyRest(state))
            {
                return (true, -1);
            }

            state = automaton.Step(state, CodePoints.Decode(term[offset..], out int length));
            offset += length;
            if (state == TermAutomaton.Dead)
            {
                return (false, offset);
            }

            path.Add((state, offset));
        }

        return (automaton.IsAccepting(state), -1);
    }

    /// <summary>
    /// The least term behind a rejected one that may be accepted, so far as its last code point; and how many bytes of
    /// the rejected one begin terms that are all rejected. False where no term can be accepted any more.
    /// </summary>
    private bool TryNextTarget(
        ReadOnlySpan<byte> term,
        List<(int State, int Offset)> path,
        out int length,
        ref byte[] target,
        out int targetLength)
    {
        for (int i = path.Count - 1; i >= 0; i--)
        {
            (int state, int offset) = path[i];
            int from = CodePoints.Decode(term[offset..], out int read) + 1;
            int label = automaton.NextLabel(state, from is >= 0xD800 and < 0xE000 ? 0xE000 : from);
            if (label >= 0)
            {
                if (target.Length < offset + 4)
                {
                    target = new byte[(offset + 4) * 2]; // a code point takes four bytes at most
                }

                term[..offset].CopyTo(target);
                Rune next = new(label is >= 0xD800 and < 0xE000 ? 0xE000 : label);
                length = offset + read;
                targetLength = offset + next.EncodeToUtf8(target.AsSpan(offset));
                return true;
            }
        }

        (length, targetLength) = (0, 0);
        return false;
    }
}
