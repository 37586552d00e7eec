using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>Terms between two bounds in the order of their bytes.</summary>
/// <param name="lower">Lower bound; null for none.</param>
/// <param name="upper">Upper bound; null for none.</param>
/// <param name="includesLower">Whether the lower bound itself is in the set.</param>
/// <param name="includesUpper">Whether the upper bound itself is in the set.</param>
internal sealed class TermRangePattern(byte[]? lower, byte[]? upper, bool includesLower, bool includesUpper)
    : TermPattern
{
    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term) => IsAboveLower(term) && IsBelowUpper(term);

    /// <inheritdoc/>
    public override bool Seek(TermCursor terms)
    {
        bool found = terms.Seek(lower ?? []);
        if (found && !IsAboveLower(terms.Term))
        {
            found = terms.MoveNext();
        }

        return found && IsBelowUpper(terms.Term);
    }

    /// <inheritdoc/>
    public override bool MoveNext(TermCursor terms) => terms.MoveNext() && IsBelowUpper(terms.Term);

    private bool IsAboveLower(ReadOnlySpan<byte> term)
    {
        if (lower is null)
        {
            return true;
        }

        int order = term.SequenceCompareTo(lower);
        return order > 0 || (order == 0 && includesLower);
    }

    private bool IsBelowUpper(ReadOnlySpan<byte> term)
    {
        if (upper is null)
        {
            return true;
        }

        int order = term.SequenceCompareTo(upper);
        return order < 0 || (order == 0 && includesUpper);
    }
}
