using System.Text;

namespace Search.Corpus.Paragraphs.Layout;

/// <summary>A line of a page: fragments on one baseline without a wide gap.</summary>
internal sealed class LayoutLine
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private readonly List<Fragment> _fragments = [];
    private string? _text;
    private Fragment? _main;
    private ListMark? _mark;

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
    public Fragment Main =>
        _main ??= _fragments.MaxBy(fragment => fragment.Text.AsSpan().Trim().Length) ?? _fragments[0];

    /// <summary>True for an entry of a table of contents: a title and, far from it, a page.</summary>
    public bool IsContents { get; private set; }

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
    public ListMark Mark =>
        _mark ??= IsStrangeBullet() ? new ListMark(ListMarkKind.Bullet, StrangeLength()) : ListMark.Of(Text);

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
        (_text, _main, _mark) = (null, null, null);
    }

    /// <summary>Notes a blank behind what is there.</summary>
    public void AddBlank()
    {
        _fragments[^1] = _fragments[^1] with { Text = _fragments[^1].Text + " " };
        (_text, _main, _mark) = (null, null, null);
    }

    /// <summary>Adds the page of an entry of a table of contents, where the fragment is one.</summary>
    public bool TakesAsPage(Fragment fragment)
    {
        ReadOnlySpan<char> text = fragment.Text.AsSpan().Trim();
        bool isPage = text.Length is > 0 and < 4 && text.IndexOfAnyExceptInRange('0', '9') < 0
            && fragment.Font.Size > Main.Font.Size * 0.82 && fragment.Left > Page.Width * 0.6
            && fragment.Left - Right >= Main.Font.Size * 2
            && Math.Abs(fragment.Bottom - Main.Bottom) < Main.Font.Size * 0.4;
        if (isPage)
        {
            AddBlank();
            Add(fragment);
            IsContents = true;
        }

        return isPage;
    }

    /// <summary>
    /// Takes a raised number that is drawn over the line, in the gap its text leaves for it: set behind the word there.
    /// </summary>
    public bool TakesAsMark(Fragment fragment)
    {
        ReadOnlySpan<char> text = fragment.Text.AsSpan().Trim();
        bool isMark = text.Length is > 0 and < 4 && text.IndexOfAnyExceptInRange('0', '9') < 0 && IsRaised(fragment)
            && fragment.Left > Left && fragment.Right < Right + 1 && fragment.Bottom > Main.Top;
        int host = isMark ? _fragments.FindIndex(f => f.Left <= fragment.Left && fragment.Left < f.Right) : -1;
        if (host < 0)
        {
            return false;
        }

        Fragment line = _fragments[host];
        int guess = (int)((fragment.Left - line.Left) / Math.Max(1, line.Width) * line.Text.Length);
        int at = NearestWordEnd(line.Text, guess);
        string raised = string.Concat(text.ToString().Select(c => Superscripts[c - '0']));
        _fragments[host] = line with { Text = line.Text.Insert(at, raised) };
        (_text, _main, _mark) = (null, null, null);
        return true;
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
            && Math.Abs(Main.Bottom - fragment.Bottom) < Math.Max(Main.Height, fragment.Height) * DeepestDrop(fragment);
    }

    // A note's mark stands higher above its line than anything else on it.
    private double DeepestDrop(Fragment fragment)
    {
        bool isMark = Main.Text.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0
            || fragment.Text.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0;
        return isMark ? 0.75 : 0.6;
    }

    private static int NearestWordEnd(string text, int guess)
    {
        int best = text.TrimEnd().Length;
        for (int i = 1; i < text.Length; i++)
        {
            bool isEnd = char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]);
            best = isEnd && Math.Abs(i - guess) < Math.Abs(best - guess) ? i : best;
        }

        return best;
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
                double widest = isNumber && IsRaised(fragment) ? 0.03 : 0.17;
                bool isApart = gap > size * widest && !char.IsWhiteSpace(_fragments[i - 1].Text[^1])
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
