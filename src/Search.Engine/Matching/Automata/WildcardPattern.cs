using System.Text;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// Terms of a wildcard pattern, where a star is any text and a question mark one code point. Where a dictionary keeps
/// the letters of its terms, those that lack one of the pattern's are passed over sixteen at a time; else an automaton
/// leaps through it.
/// </summary>
internal sealed class WildcardPattern : TermPattern
{
    private readonly (int CodePoint, bool IsLiteral)[] _parts;
    private readonly byte[] _prefix;
    private readonly WildcardPiece[] _pieces;
    private readonly LetterFilter _filter;
    private AutomatonPattern? _automaton;

    /// <summary>Makes a pattern.</summary>
    /// <param name="parts">Code points; one that is not literal is a star or a question mark.</param>
    public WildcardPattern(ReadOnlySpan<(int CodePoint, bool IsLiteral)> parts)
    {
        _parts = parts.ToArray();
        var literals = new List<byte>();
        var pieces = new List<WildcardPiece>();
        int start = 0;
        int any = 0;
        int prefixLength = -1;
        Span<byte> utf8 = stackalloc byte[4];
        for (int i = 0; i <= parts.Length; i++)
        {
            bool isEnd = i == parts.Length;
            if (isEnd || parts[i] == ('*', false))
            {
                pieces.Add(WildcardPiece.Of(parts[start..i]));
                start = i + 1;
            }
            else if (!parts[i].IsLiteral)
            {
                any++;
            }

            if (isEnd || !parts[i].IsLiteral)
            {
                prefixLength = prefixLength < 0 ? literals.Count : prefixLength;
                continue;
            }

            literals.AddRange(utf8[..new Rune(parts[i].CodePoint).EncodeToUtf8(utf8)]);
        }

        byte[] all = [.. literals];
        _prefix = all[..prefixLength];
        _pieces = [.. pieces];
        uint letters = TermLetters.Of(all);
        _filter = _pieces.Length == 1 ? LetterFilter.Holding(letters, any) : LetterFilter.Holding(letters);
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> LiteralPrefix => _prefix;

    private AutomatonPattern Automaton => _automaton ??= new AutomatonPattern(MakeAutomaton(), _prefix);

    /// <inheritdoc/>
    public override bool IsTooComplex => _automaton is { IsTooComplex: true };

    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term)
    {
        // The first piece stands where the term begins, the last where it ends, each between at its first place.
        int length = _pieces[0].LengthAtStart(term);
        if (_pieces.Length == 1)
        {
            return length == term.Length;
        }

        int end = length < 0 ? -1 : _pieces[^1].StartAtEnd(term);
        if (end < length || end < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = term[length..end];
        foreach (WildcardPiece piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            int behind = piece.EndOfFirst(rest);
            if (behind < 0)
            {
                return false;
            }

            rest = rest[behind..];
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Seek(TermCursor terms) =>
        terms.HasLetters ? terms.SeekLetters(_prefix, _filter) && Advance(terms) : Automaton.Seek(terms);

    /// <inheritdoc/>
    public override bool MoveNext(TermCursor terms) =>
        terms.HasLetters ? terms.MoveNextLetters() && Advance(terms) : Automaton.MoveNext(terms);

    private bool Advance(TermCursor terms)
    {
        while (!Fits(terms.Term))
        {
            if (!terms.MoveNextLetters())
            {
                return false;
            }
        }

        return true;
    }

    private RegexAutomaton MakeAutomaton()
    {
        var make = new RegexExpressions();
        RegexExpression all = make.Empty;
        for (int i = _parts.Length - 1; i >= 0; i--)
        {
            RegexExpression part = _parts[i].IsLiteral ? make.Character(_parts[i].CodePoint)
                : _parts[i].CodePoint == '*' ? make.AnyText
                : make.AnyCodePoint;
            all = make.Sequence(part, all);
        }

        return new RegexAutomaton(make, all);
    }
}
