using System.Text;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Joins the lines of a unit into one: blanks collapsed, invisible characters and soft hyphens dropped, ligatures
/// written out, words hyphenated at a line's end closed up, no blank between lines of Chinese or Japanese.
/// </summary>
internal sealed class LineJoiner
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private readonly StringBuilder _text = new();
    private readonly HyphenVocabulary? _vocabulary;

    /// <summary>Starts a unit.</summary>
    /// <param name="vocabulary">Words of the document, to decide which hyphens to keep; null keeps none.</param>
    public LineJoiner(HyphenVocabulary? vocabulary = null) => _vocabulary = vocabulary;

    /// <summary>True before the first line with text.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>One string from one, blanks collapsed.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (PlainLength(text, mayHoldBlanks: true) == text.Length)
        {
            return text.ToString();
        }

        LineJoiner joiner = new();
        joiner.Add(text);
        return joiner.ToString();
    }

    /// <summary>Adds a line behind what is there.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.IsEmpty)
        {
            return;
        }

        if (_text.Length > 0 && !CloseHyphen(line) && !(IsIdeographic(_text[^1]) && IsIdeographic(line[0])))
        {
            _text.Append(' ');
        }

        AppendClean(line);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int end = _text.Length;
        while (end > 0 && _text[end - 1] == ' ')
        {
            end--;
        }

        return _text.ToString(0, end);
    }

    private static bool IsIdeographic(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF00' and <= '\uFFEF') or (>= '\u3000' and <= '\u303F');

    /// <summary>
    /// How many signs at the start can be taken as they are: letters, digits, marks, and blanks alone.
    /// </summary>
    private static int PlainLength(ReadOnlySpan<char> text, bool mayHoldBlanks)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPlain = c is (> ' ' and < '\u007F') or (> '\u00A0' and < '\u1680' and not '\u00AD')
                or (>= '\u2010' and <= '\u2027');
            bool isLoneBlank = c == ' ' && mayHoldBlanks && i > 0 && text[i - 1] != ' ' && i + 1 < text.Length;
            if (!isPlain && !isLoneBlank)
            {
                return i > 0 && text[i - 1] == ' ' ? i - 1 : i;
            }
        }

        return text.Length;
    }

    private void AppendClean(ReadOnlySpan<char> line)
    {
        bool isBlankPending = false;
        for (int i = 0; i < line.Length; i++)
        {
            int plain = PlainLength(line[i..], mayHoldBlanks: !isBlankPending);
            if (plain > 1)
            {
                if (isBlankPending && _text.Length > 0 && _text[^1] != ' ')
                {
                    _text.Append(' ');
                }

                isBlankPending = false;
                _text.Append(line.Slice(i, plain));
                i += plain - 1;
                continue;
            }

            char c = line[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\u2060')
            {
                isBlankPending |= c is not ('\u200B' or '\u2060');
                continue;
            }

            bool isSoftHyphen = c == '\u00AD';
            if ((isSoftHyphen && i < line.Length - 1) || c == '\uFEFF' || (c < ' ') || c is >= '\u007F' and <= '\u009F')
            {
                continue;
            }

            if (isBlankPending && _text.Length > 0 && _text[^1] != ' ')
            {
                _text.Append(' ');
            }

            isBlankPending = false;
            if (c is >= '\uFB00' and <= '\uFB06')
            {
                _text.Append(Ligatures[c - '\uFB00']);
            }
            else
            {
                _text.Append(c);
            }
        }
    }

    /// <summary>True where a hyphen ends what is there, so that no blank follows it.</summary>
    private bool CloseHyphen(ReadOnlySpan<char> next)
    {
        char last = _text[^1];
        if (last is not ('-' or '\u2010' or '\u00AD' or '\u2011') || _text.Length < 2 || !char.IsLetter(_text[^2]))
        {
            // "and/" + "or", "www.example/" + "path": closed up; a dash standing alone is not.
            return last == '/' && char.IsLetterOrDigit(next[0]) && _text.Length > 1 && _text[^2] != ' ';
        }

        int wordStart = _text.Length - 1;
        while (wordStart > 0 && (char.IsLetterOrDigit(_text[wordStart - 1]) || _text[wordStart - 1] is '-' or '\u2010'))
        {
            wordStart--;
        }

        int wordEnd = 0;
        while (wordEnd < next.Length && (char.IsLetterOrDigit(next[wordEnd]) || next[wordEnd] is '-' or '\u2010'))
        {
            wordEnd++;
        }

        if (wordEnd == 0)
        {
            return false;
        }

        string left = _text.ToString(wordStart, _text.Length - 1 - wordStart);
        string right = next[..wordEnd].ToString();
        if (IsSuspended(left, right))
        {
            return false;
        }

        bool isKept = last != '\u00AD' && (_vocabulary?.KeepsHyphen(left, right) ?? !char.IsLower(right[0]));
        if (!isKept)
        {
            _text.Length--;
        }

        return true;
    }

    // "pre- and post-war": the hyphen stands for a part left out.
    private static bool IsSuspended(string left, string right) =>
        left.Length > 0 && right is "and" or "or" or "to" or "et" or "ou" or "y" or "o";
}
