using System.Text;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>A line of a page: fragments on one baseline without a wide gap.</summary>
internal sealed class LayoutLine
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private readonly List<Fragment> _fragments = [];
    private string? _text;

    /// <summary>Begins a line.</summary>
    public LayoutLine(Fragment first, LayoutPage page)
    {
        Page = page;
        _fragments.Add(first);
    }

    /// <summary>Page it is on.</summary>
    public LayoutPage Page { get; }

    /// <summary>Its fragments, left to right.</summary>
    public IReadOnlyList<Fragment> Fragments => _fragments;

    /// <summary>The fragment with most text: its font is the line's.</summary>
    public Fragment Main => _fragments.MaxBy(fragment => fragment.Text.AsSpan().Trim().Length) ?? _fragments[0];

    /// <summary>Left edge of the first visible sign.</summary>
    public double Left => _fragments[0].Left;

    /// <summary>Right edge of the last visible sign.</summary>
    public double Right => _fragments[^1].Right;

    /// <summary>Upper edge of the main fragment.</summary>
    public double Top => Main.Top;

    /// <summary>Lower edge of the main fragment.</summary>
    public double Bottom => Main.Bottom;

    /// <summary>Size of the main font.</summary>
    public double Size => Main.Font.Size;

    /// <summary>True where all text is bold.</summary>
    public bool IsBold =>
        _fragments.TrueForAll(fragment => fragment.Font.IsBold || fragment.Text.AsSpan().Trim().Length < 2);

    /// <summary>Left edge of the text behind a list mark; the line's own where it has none.</summary>
    public double TextLeft
    {
        get
        {
            ListMark mark = Mark;
            if (mark.Kind == ListMarkKind.None || _fragments.Count == 1)
            {
                return Left;
            }

            int length = 0;
            foreach (Fragment fragment in _fragments)
            {
                if (length >= mark.Length - 1)
                {
                    return fragment.Left;
                }

                length += fragment.Text.Length;
            }

            return Left;
        }
    }

    /// <summary>List mark at its start.</summary>
    public ListMark Mark => IsStrangeBullet() ? new ListMark(ListMarkKind.Bullet, StrangeLength()) : ListMark.Of(Text);

    /// <summary>True where it begins with a raised number: a footnote's own mark.</summary>
    public bool BeginsWithRaisedNumber =>
        _fragments.Count > 1 && IsRaised(_fragments[0])
            && _fragments[0].Text.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Text with raised numbers as superscripts, but for one at its start.</summary>
    public string Text => _text ??= BuildText();

    /// <summary>Adds a fragment to the right.</summary>
    public void Add(Fragment fragment)
    {
        _fragments.Add(fragment);
        _text = null;
    }

    /// <summary>True where a fragment goes on from this line on its baseline.</summary>
    public bool Takes(Fragment fragment)
    {
        Fragment last = _fragments[^1];
        double overlap = Math.Min(last.Bottom, fragment.Bottom) - Math.Max(last.Top, fragment.Top);
        double mainOverlap = Math.Min(Main.Bottom, fragment.Bottom) - Math.Max(Main.Top, fragment.Top);
        double smaller = Math.Min(last.Height, fragment.Height);
        double size = Math.Max(last.Font.Size, fragment.Font.Size);
        double gap = fragment.Left - last.Right;
        bool isNear = gap > -size && gap < WidestGap(size);
        return isNear && (overlap > smaller * 0.5 || mainOverlap > Math.Min(Main.Height, fragment.Height) * 0.5)
            && Math.Abs(Main.Bottom - fragment.Bottom) < Math.Max(Main.Height, fragment.Height) * 0.6;
    }

    // A tab behind a list mark may be wide; elsewhere a wide gap is another column.
    private double WidestGap(double size)
    {
        string text = BuildText();
        bool isMark = text.Length < 12
            && (ListMark.Of(text.Trim() + " x").Kind != ListMarkKind.None || text.Trim().Length <= 2);
        return isMark ? size * 6 : size * 3;
    }

    private bool IsRaised(Fragment fragment)
    {
        Fragment main = Main;
        return fragment.Font.Size < main.Font.Size * 0.82 && fragment.Bottom < main.Bottom - (main.Height * 0.05);
    }

    // Fonts of symbols come out as letters: "Ɣ", "x", "o", "§" standing apart in a font of their own.
    private bool IsStrangeBullet()
    {
        if (_fragments.Count < 2)
        {
            return false;
        }

        ReadOnlySpan<char> first = _fragments[0].Text.AsSpan().Trim();
        bool isSign = first.Length == 1 && !char.IsDigit(first[0])
            && first[0] is not ('“' or '"' or '‘' or '(' or 'A' or 'I' or '[');
        Fragment next = _fragments[1].Text.AsSpan().Trim().IsEmpty && _fragments.Count > 2 ? _fragments[2]
            : _fragments[1];
        return isSign && _fragments[0].Font.Family != next.Font.Family
            && next.Left - (_fragments[0].Left + (_fragments[0].Font.Size * 0.6)) > next.Font.Size * 0.3;
    }

    private int StrangeLength()
    {
        int i = Text.IndexOf(_fragments[0].Text.Trim(), StringComparison.Ordinal) + 1;
        while (i < Text.Length && char.IsWhiteSpace(Text[i]))
        {
            i++;
        }

        return i;
    }

    private string BuildText()
    {
        StringBuilder text = new();
        for (int i = 0; i < _fragments.Count; i++)
        {
            Fragment fragment = _fragments[i];
            bool isNumber = fragment.Text.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0;
            if (i > 0)
            {
                double gap = fragment.Left - _fragments[i - 1].Right;
                double size = Math.Min(fragment.Font.Size, _fragments[i - 1].Font.Size);
                bool isApart = gap > size * 0.17 && !char.IsWhiteSpace(_fragments[i - 1].Text[^1])
                    && !char.IsWhiteSpace(fragment.Text[0]);
                text.Append(isApart ? " " : "");
            }

            bool isMark = i > 0 && isNumber && IsRaised(fragment);
            if (!isMark)
            {
                text.Append(fragment.Text);
                text.Append(i == 0 && isNumber && _fragments.Count > 1 && IsRaised(fragment) ? " " : "");
                continue;
            }

            foreach (char c in fragment.Text)
            {
                text.Append(char.IsAsciiDigit(c) ? Superscripts[c - '0'] : c);
            }
        }

        return LineJoiner.Clean(text.ToString());
    }
}
