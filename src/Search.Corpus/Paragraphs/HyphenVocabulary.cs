namespace Search.Corpus.Paragraphs;

/// <summary>
/// Decides whether a hyphen at a line's end belongs to the word, by how the document itself writes the word elsewhere.
/// The words are gathered when the first such hyphen is met.
/// </summary>
internal sealed class HyphenVocabulary
{
    private static readonly HashSet<string> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        "non", "self", "well", "cross", "multi", "anti", "co", "post", "pre", "ex", "quasi", "semi", "half", "high",
            "low",
        "long", "short", "so", "follow", "end", "third", "first", "second", "full", "part", "real", "open", "all",
            "vice",
        "data", "law", "rights", "state", "human", "user", "e", "cyber", "counter", "far", "ill", "large", "small",
            "by",
    };

    private readonly string _text;
    private HashSet<string>? _words;

    /// <summary>Takes the whole extracted text of a document.</summary>
    public HyphenVocabulary(string text) => _text = text;

    /// <summary>True where <c>left-right</c> is written with its hyphen.</summary>
    public bool KeepsHyphen(string left, string right)
    {
        _words ??= Gather(_text);
        string tail = right.Split('-', '\u2010')[0];
        string head = left.Split('-', '\u2010')[^1];
        if (_words.Contains($"{head}-{tail}"))
        {
            return true;
        }

        if (_words.Contains(head + tail))
        {
            return false;
        }

        bool isCompound = left.Length != head.Length || !char.IsLower(tail.Length > 0 ? tail[0] : 'a');
        return isCompound || Forms.Contains(head)
            || (head.Length > 3 && _words.Contains(head) && _words.Contains(tail));
    }

    private static HashSet<string> Gather(string text)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        int i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            int hyphen = -1;
            while (i < text.Length && (char.IsLetter(text[i]) || IsInnerHyphen(text, i)))
            {
                if (!char.IsLetter(text[i]))
                {
                    // Each pair of neighbours in "state-of-the-art" counts.
                    known.Add(text.AsSpan((hyphen + 1 > start ? hyphen + 1 : start)..i));
                    AddPair(words, text, i);
                    hyphen = i;
                }

                i++;
            }

            // A word broken at this very place is no evidence.
            bool isBroken = i < text.Length && text[i] is '-' or '\u2010' && i + 1 < text.Length
                && text[i + 1] is '\n' or '\r';
            if (!isBroken)
            {
                known.Add(text.AsSpan((hyphen >= start ? hyphen + 1 : start)..i));
            }
        }

        return words;
    }

    private static bool IsInnerHyphen(string text, int i) =>
        text[i] is '-' or '\u2010' && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static void AddPair(HashSet<string> words, string text, int hyphen)
    {
        int start = hyphen;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        int end = hyphen + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        words.Add($"{text.AsSpan(start, hyphen - start)}-{text.AsSpan(hyphen + 1, end - hyphen - 1)}");
    }
}
