using System.Text;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>What stands between the stars of a wildcard pattern: literals, with question marks among them.</summary>
internal sealed class WildcardPiece
{
    // Literals as UTF-8; between each and the next, a question mark.
    private readonly byte[][] _literals;
    private readonly int _codePoints;

    private WildcardPiece(byte[][] literals, int codePoints)
    {
        _literals = literals;
        _codePoints = codePoints;
    }

    /// <summary>Makes a piece of its code points.</summary>
    /// <param name="parts">Code points; one that is not literal is a question mark.</param>
    public static WildcardPiece Of(ReadOnlySpan<(int CodePoint, bool IsLiteral)> parts)
    {
        List<byte[]> literals = [];
        var literal = new StringBuilder();
        foreach ((int codePoint, bool isLiteral) in parts)
        {
            if (isLiteral)
            {
                literal.Append(new Rune(codePoint));
                continue;
            }

            literals.Add(Encoding.UTF8.GetBytes(literal.ToString()));
            literal.Clear();
        }

        literals.Add(Encoding.UTF8.GetBytes(literal.ToString()));
        return new WildcardPiece([.. literals], parts.Length);
    }

    /// <summary>How many bytes the piece takes where a text begins; -1 where it does not stand there.</summary>
    public int LengthAtStart(ReadOnlySpan<byte> text)
    {
        int at = 0;
        for (int i = 0; i < _literals.Length; i++)
        {
            if (i > 0)
            {
                if (at == text.Length)
                {
                    return -1;
                }

                _ = CodePoints.Decode(text[at..], out int length);
                at += length;
            }

            if (!text[at..].StartsWith(_literals[i]))
            {
                return -1;
            }

            at += _literals[i].Length;
        }

        return at;
    }

    /// <summary>Where the piece begins that ends where a text ends; -1 where it does not.</summary>
    public int StartAtEnd(ReadOnlySpan<byte> text)
    {
        if (_literals.Length == 1)
        {
            return text.EndsWith(_literals[0]) ? text.Length - _literals[0].Length : -1;
        }

        // A piece takes so many code points, wherever it stands.
        int at = text.Length;
        for (int i = 0; i < _codePoints; i++)
        {
            if (at == 0)
            {
                return -1;
            }

            at--;
            while (at > 0 && (text[at] & 0xC0) == 0x80)
            {
                at--;
            }
        }

        return LengthAtStart(text[at..]) == text.Length - at ? at : -1;
    }

    /// <summary>Behind how many bytes of a text the piece ends where it first stands; -1 where it does not.</summary>
    public int EndOfFirst(ReadOnlySpan<byte> text)
    {
        if (_literals.Length == 1)
        {
            int found = text.IndexOf(_literals[0]);
            return found < 0 ? -1 : found + _literals[0].Length;
        }

        for (int at = 0; at <= text.Length;)
        {
            int length = LengthAtStart(text[at..]);
            if (length >= 0)
            {
                return at + length;
            }

            if (at == text.Length)
            {
                break;
            }

            _ = CodePoints.Decode(text[at..], out int step);
            at += step;
        }

        return -1;
    }
}
