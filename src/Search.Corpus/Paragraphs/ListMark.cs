using System.Globalization;

namespace Search.Corpus.Paragraphs;

/// <summary>What an item of a list or a numbered paragraph begins with.</summary>
internal enum ListMarkKind
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>A bullet, which is dropped from the text.</summary>
    Bullet,

    /// <summary>A number such as <c>1.</c>, <c>(12)</c>, <c>2.3.1</c>, which is kept.</summary>
    Number,

    /// <summary>A letter or roman numeral such as <c>a)</c>, <c>(iv)</c>, which is kept.</summary>
    Letter,
}

/// <summary>A mark at the start of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">UTF-16 code units up to the text behind it, blanks included.</param>
internal readonly record struct ListMark(ListMarkKind Kind, int Length)
{
    private const string Bullets = "•●○◦▪■□‣·∙⁃◆❖►▶➢✓✔❑➤";
    private const string Dashes = "-–—*+";

    /// <summary>Looks for a mark at the start of a line that has no leading blanks.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isGlued">True where a mark in parentheses may stand without a blank behind it.</param>
    public static ListMark Of(ReadOnlySpan<char> line, bool isGlued = false)
    {
        if (line.Length < 2)
        {
            return line.Length == 1 && IsBullet(line[0]) ? new ListMark(ListMarkKind.Bullet, 1) : default;
        }

        if (IsBullet(line[0]))
        {
            return new ListMark(ListMarkKind.Bullet, BlanksFrom(line, 1));
        }

        if (Dashes.Contains(line[0], StringComparison.Ordinal) || (line[0] == 'o' && line[1] is '\t'))
        {
            return IsBlank(line[1]) ? new ListMark(ListMarkKind.Bullet, BlanksFrom(line, 1)) : default;
        }

        return Enumerator(line, isGlued);
    }

    /// <summary>
    /// True where the second line's mark is the one right behind the first line's: "e." and "f.", "(9)" and "(10)".
    /// </summary>
    /// <param name="first">A line with a mark, without leading blanks.</param>
    /// <param name="second">Another.</param>
    public static bool Follows(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        ReadOnlySpan<char> a = CoreOf(first);
        ReadOnlySpan<char> b = CoreOf(second);
        if (a.IsEmpty || b.IsEmpty || (first[0] == '(') != (second[0] == '('))
        {
            return false;
        }

        bool isNumber = int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out int left)
            & int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out int right);
        return isNumber ? right == left + 1 : a.Length == 1 && b.Length == 1 && b[0] == a[0] + 1;
    }

    private static ReadOnlySpan<char> CoreOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('(');
        int length = 0;
        while (length < line.Length && char.IsAsciiLetterOrDigit(line[length]))
        {
            length++;
        }

        return length < line.Length && line[length] is '.' or ')' ? line[..length] : default;
    }

    /// <summary>True for a glyph that serves as a bullet wherever it begins a line.</summary>
    public static bool IsBullet(char c) => Bullets.Contains(c, StringComparison.Ordinal)
        || c is >= '\uF000' and <= '\uF0FF';

    /// <summary>True for a dash, which is a bullet only where nothing runs on into it.</summary>
    public static bool IsDash(char c) => Dashes.Contains(c, StringComparison.Ordinal);

    private static ListMark Enumerator(ReadOnlySpan<char> line, bool isGlued)
    {
        bool isOpen = line[0] == '(';
        int i = isOpen ? 1 : 0;
        int start = i;
        bool hasDigit = false;
        bool hasLetter = false;
        while (i < line.Length && i - start < 12 && (char.IsAsciiLetterOrDigit(line[i]) || line[i] == '.'))
        {
            hasDigit |= char.IsAsciiDigit(line[i]);
            hasLetter |= char.IsAsciiLetter(line[i]);
            i++;
        }

        ReadOnlySpan<char> core = line[start..i].TrimEnd('.');
        bool isDotted = !isOpen && i > start && line[i - 1] == '.';
        bool isClosed = i < line.Length && line[i] == ')';
        i += isClosed ? 1 : 0;
        bool isMarked = isOpen ? isClosed : isClosed || isDotted || (hasDigit && core.Contains('.'));
        if (core.Length == 0 || !isMarked || !IsOrdinal(core, hasDigit, hasLetter, isOpen || isClosed))
        {
            return default;
        }

        bool isSeparated = i == line.Length || IsBlank(line[i]);
        if (!isSeparated && !(isGlued && isClosed && char.IsLetter(line[i])))
        {
            return default;
        }

        return new ListMark(hasDigit ? ListMarkKind.Number : ListMarkKind.Letter, BlanksFrom(line, i));
    }

    private static bool IsOrdinal(ReadOnlySpan<char> core, bool hasDigit, bool hasLetter, bool isBracketed)
    {
        if (hasDigit && !hasLetter)
        {
            // 4 digits are a year; "12.5" has its parts short.
            return core.IndexOf('.') >= 0 ? PartsAreShort(core) : core.Length <= 3;
        }

        if (hasDigit)
        {
            return PartsAreShort(core) && core.Length <= 12;
        }

        return core.Length == 1 || (core.Length <= 6 && (IsRoman(core) || (isBracketed && IsRepeated(core))));
    }

    private static bool PartsAreShort(ReadOnlySpan<char> core)
    {
        foreach (Range part in core.Split('.'))
        {
            ReadOnlySpan<char> piece = core[part];
            if (piece.Length is 0 or > 4 || (piece.Length > 2 && !IsRoman(piece) && !char.IsAsciiDigit(piece[0])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRoman(ReadOnlySpan<char> core) =>
        core.IndexOfAnyExcept("ivxlc") < 0 || core.IndexOfAnyExcept("IVXLC") < 0;

    private static bool IsRepeated(ReadOnlySpan<char> core) => core.Length == 2 && core[0] == core[1];

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u2002' or '\u2003' or '\u2009';

    private static int BlanksFrom(ReadOnlySpan<char> line, int i)
    {
        while (i < line.Length && IsBlank(line[i]))
        {
            i++;
        }

        return i;
    }
}
