namespace Search.Corpus.Paragraphs;

/// <summary>
/// Joins the lines of a unit into one: blanks collapsed, invisible characters and soft hyphens dropped, ligatures
/// written out, words hyphenated at a line's end closed up, no blank between lines of Chinese or Japanese.
/// </summary>
internal sealed class LineJoiner
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private readonly HyphenVocabulary? _vocabulary;
    private char[] _text;
    private int _length;

    /// <summary>Starts a unit.</summary>
    /// <param name="vocabulary">Words of the document, to decide which hyphens to keep; null keeps none.</param>
    /// <param name="capacity">Length that is to be expected, in UTF-16 code units.</param>
    public LineJoiner(HyphenVocabulary? vocabulary = null, int capacity = 1024)
    {
        _vocabulary = vocabulary;
        _text = new char[Math.Max(16, capacity)];
    }

    /// <summary>True before the first line with text.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Starts the next unit; what was handed out before stays as it is.</summary>
    public void Clear() => _length = 0;

    /// <summary>One string from one, blanks collapsed.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (PlainLength(text) == text.Length && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.ToString();
        }

        LineJoiner joiner = new(capacity: text.Length);
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

        if (_length > 0 && !CloseHyphen(line) && !(IsIdeographic(_text[_length - 1]) && IsIdeographic(line[0])))
        {
            Append(' ');
        }

        AppendClean(line);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int end = _length;
        while (end > 0 && _text[end - 1] == ' ')
        {
            end--;
        }

        return new string(_text, 0, end);
    }

    private static bool IsIdeographic(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF00' and <= '\uFFEF') or (>= '\u3000' and <= '\u303F');

    /// <summary>How many signs at the start can be taken as they are: letters, digits, marks, blanks.</summary>
    private static int PlainLength(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (true)
        {
            int ascii = text[i..].IndexOfAnyExceptInRange(' ', '~');
            if (ascii < 0)
            {
                return text.Length;
            }

            i += ascii;
            while (i < text.Length && IsPlainBeyondAscii(text[i]))
            {
                i++;
            }

            if (i == text.Length || text[i] is < ' ' or > '~')
            {
                return i;
            }
        }
    }

    private static bool IsPlainBeyondAscii(char c) =>
        c is (> '\u00A0' and < '\u1680' and not '\u00AD') or (>= '\u2010' and <= '\u2027');

    private void AppendClean(ReadOnlySpan<char> line)
    {
        int last = line.Length - 1;
        int i = 0;
        while (i <= last)
        {
            ReadOnlySpan<char> rest = line[i..];
            int plain = PlainLength(rest);
            int blanks = rest[..plain].IndexOf("  ", StringComparison.Ordinal);
            plain = blanks >= 0 ? blanks + 1 : plain;
            if (plain > 0)
            {
                bool isDoubled = rest[0] == ' ' && (_length == 0 || _text[_length - 1] == ' ');
                Append(isDoubled ? rest[1..plain] : rest[..plain]);
                i += plain;
                continue;
            }

            char c = line[i];
            i++;
            bool isSoftHyphen = c == '\u00AD';
            if (c is '\u200B' or '\u2060' or '\uFEFF' || (isSoftHyphen && i <= last))
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                if (_length > 0 && _text[_length - 1] != ' ')
                {
                    Append(' ');
                }
            }
            else if (c is >= '\uFB00' and <= '\uFB06')
            {
                Append(Ligatures[c - '\uFB00']);
            }
            else if (c is not (< ' ' or (>= '\u007F' and <= '\u009F')))
            {
                Append(c);
            }
        }
    }

    private void Append(char c)
    {
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }

        _text[_length++] = c;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>True where a hyphen ends what is there, so that no blank follows it.</summary>
    private bool CloseHyphen(ReadOnlySpan<char> next)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        char last = text[^1];
        if (last is not ('-' or '\u2010' or '\u00AD' or '\u2011') || text.Length < 2 || !char.IsLetter(text[^2]))
        {
            // "and/" + "or", "www.example/" + "path": closed up; a dash standing alone is not.
            return last == '/' && char.IsLetterOrDigit(next[0]) && text.Length > 1 && text[^2] != ' ';
        }

        int wordStart = text.Length - 1;
        while (wordStart > 0 && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] is '-' or '\u2010'))
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

        string left = text[wordStart..^1].ToString();
        string right = next[..wordEnd].ToString();
        if (IsSuspended(left, right))
        {
            return false;
        }

        bool isKept = last != '\u00AD' && (_vocabulary?.KeepsHyphen(left, right) ?? !char.IsLower(right[0]));
        if (!isKept)
        {
            _length--;
        }

        return true;
    }

    // "pre- and post-war": the hyphen stands for a part left out.
    private static bool IsSuspended(string left, string right) =>
        left.Length > 0 && right is "and" or "or" or "to" or "et" or "ou" or "y" or "o";
}
