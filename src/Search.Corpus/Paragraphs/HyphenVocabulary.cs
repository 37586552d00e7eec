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

    private const char Joint = '-';
    private const ulong Empty = 14695981039346656037;
    private readonly string _text;
    private HashSet<ulong>? _words;

    /// <summary>Takes the whole extracted text of a document.</summary>
    public HyphenVocabulary(string text) => _text = text;

    /// <summary>True where <c>left-right</c> is written with its hyphen.</summary>
    public bool KeepsHyphen(string left, string right)
    {
        _words ??= Gather(_text);
        string tail = right.Split('-', '\u2010')[0];
        string head = left.Split('-', '\u2010')[^1];
        if (_words.Contains(HashOf($"{head}-{tail}")))
        {
            return true;
        }

        if (_words.Contains(HashOf(head + tail)))
        {
            return false;
        }

        bool isCompound = left.Length != head.Length || !char.IsLower(tail.Length > 0 ? tail[0] : 'a');
        return isCompound || Forms.Contains(head)
            || (head.Length > 3 && _words.Contains(HashOf(head)) && _words.Contains(HashOf(tail)));
    }

    /// <summary>Hashes of the words of a text, and of each pair of words that a hyphen joins.</summary>
    private static HashSet<ulong> Gather(string text)
    {
        HashSet<ulong> words = [];
        ulong word = Empty;
        ulong pair = Empty;
        bool isPair = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetter(c))
            {
                word = Add(word, c);
                pair = isPair ? Add(pair, c) : pair;
                continue;
            }

            if (word == Empty)
            {
                continue;
            }

            bool isHyphen = c is '-' or '\u2010';
            char next = i + 1 < text.Length ? text[i + 1] : ' ';
            // A word broken at this very place is no evidence.
            if (!(isHyphen && next is '\n' or '\r'))
            {
                words.Add(word);
                _ = isPair && words.Add(pair);
            }

            // Each pair of neighbours in "state-of-the-art" counts.
            isPair = isHyphen && char.IsLetter(next);
            pair = isPair ? Add(word, Joint) : Empty;
            word = Empty;
        }

        return words;
    }

    // FNV-1a over letters in lower case: 64 bits leave no room for chance among the words of one document.
    private static ulong Add(ulong hash, char c) =>
        unchecked((hash ^ (char.IsAscii(c) ? c | 0x20u : char.ToLowerInvariant(c))) * 1099511628211);

    private static ulong HashOf(string word)
    {
        ulong hash = Empty;
        foreach (char c in word)
        {
            hash = Add(hash, c is '-' or '\u2010' ? Joint : c);
        }

        return hash;
    }
}
