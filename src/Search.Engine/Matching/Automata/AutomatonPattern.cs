using System.Buffers;
using System.Text;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// The terms that an automaton accepts. A rejected term tells the least term that could be accepted behind it, and the
/// cursor leaps there (the intersection of dictionary and automaton in Lucene's AutomatonTermsEnum).
/// </summary>
internal sealed class AutomatonPattern(TermAutomaton automaton, byte[] literalPrefix) : TermPattern
{
    /// <summary>Terms that are stepped over before the cursor leaps: a step is cheaper than a leap.</summary>
    private const int StepsBeforeLeap = 3;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> LiteralPrefix => literalPrefix;

    /// <summary>The automaton.</summary>
    public TermAutomaton Automaton => automaton;

    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term)
    {
        int state = 0;
        while (!term.IsEmpty && state != TermAutomaton.Dead && !automaton.AcceptsAnyRest(state))
        {
            state = automaton.Step(state, Decode(term, out int length));
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
        List<(int State, int Offset)> path = [];
        while (!Accepts(terms.Term, path))
        {
            if (NextTarget(terms.Term, path) is not byte[] target || !Leap(terms, target))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Leap(TermCursor terms, byte[] target)
    {
        for (int i = 0; i < StepsBeforeLeap; i++)
        {
            if (!terms.MoveNext())
            {
                return false;
            }

            if (terms.Term.SequenceCompareTo(target) >= 0)
            {
                return true;
            }
        }

        return terms.Seek(target);
    }

    /// <summary>Runs a term and notes the live states with the offsets they were reached at.</summary>
    private bool Accepts(ReadOnlySpan<byte> term, List<(int State, int Offset)> path)
    {
        path.Clear();
        int state = 0;
        int offset = 0;
        path.Add((0, 0));
        while (offset < term.Length)
        {
            if (automaton.AcceptsAnyRest(state))
            {
                return true;
            }

            state = automaton.Step(state, Decode(term[offset..], out int length));
            if (state == TermAutomaton.Dead)
            {
                return false;
            }

            offset += length;
            path.Add((state, offset));
        }

        return automaton.IsAccepting(state);
    }

    /// <summary>
    /// The least term above a rejected one that may be accepted, so far as its last code point; null for none.
    /// </summary>
    private byte[]? NextTarget(ReadOnlySpan<byte> term, List<(int State, int Offset)> path)
    {
        for (int i = path.Count - 1; i >= 0; i--)
        {
            (int state, int offset) = path[i];
            int from = offset == term.Length ? 0 : Decode(term[offset..], out _) + 1;
            int label = automaton.NextLabel(state, from is >= 0xD800 and < 0xE000 ? 0xE000 : from);
            if (label >= 0)
            {
                Span<byte> encoded = stackalloc byte[4];
                int length = new Rune(label is >= 0xD800 and < 0xE000 ? 0xE000 : label).EncodeToUtf8(encoded);
                return [.. term[..offset], .. encoded[..length]];
            }
        }

        return null;
    }

    private static int Decode(ReadOnlySpan<byte> bytes, out int length)
    {
        if (bytes[0] < 0x80)
        {
            length = 1;
            return bytes[0];
        }

        // Terms are well-formed UTF-8; a term that is not decodes to U+FFFD and fits what that fits.
        OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out length);
        return status == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
    }
}
