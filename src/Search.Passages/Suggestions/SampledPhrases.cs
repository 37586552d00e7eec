using System.Runtime.InteropServices;
using System.Text;
using Search.Text.Analysis;

namespace Search.Passages.Suggestions;

/// <summary>
/// Counts the words and the phrases of two to five words in texts. A phrase begins and ends with a word that says
/// something, and nothing but a blank stands between its words. Memory is bounded: when there are too many phrases,
/// those that came once go.
/// </summary>
internal sealed class SampledPhrases
{
    private const int MaxWords = 5;
    private const int MaxPhrases = 400_000;

    /// <summary>A phrase that mostly goes on in one way is suggested as that alone.</summary>
    private const double ShareOfLonger = 0.7;

    /// <summary>Words that neither begin nor end a phrase worth suggesting, and are not worth it themselves.</summary>
    private static readonly HashSet<string> Fillers = new(
        ("a about above after against all also an and another any are as at be because been before being between both "
        + "but by can could did do does during each for from had has have he her him his how however i if in into is "
        + "it its may more most must no nor not of on one only or other our over shall she should so some such than "
        + "that the their them then there these they this those through to under up upon us was we were what when "
        + "where whether which while who whom whose why will with within without would you your "
        + "de la le les des du un une et en que qui dans pour pas au aux sur par avec est sont a l d el los las del y "
        + "se al con para su sus como").Split(' '),
        StringComparer.Ordinal);

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<SampledWord> _words = [];
    private readonly Dictionary<(int First, int Second, int Third, int Fourth, int Fifth), int> _counts = [];
    private readonly TokenBuffer _tokens = new();

    /// <summary>Counts what a text holds.</summary>
    public void Add(string text)
    {
        Analyzers.Unstemmed.Analyze(text, _tokens);
        Span<int> run = stackalloc int[MaxWords];
        int length = 0;
        for (int i = 0; i < _tokens.Count; i++)
        {
            Token token = _tokens[i];
            bool isNext = i > 0 && text.AsSpan(_tokens[i - 1].End..token.Start) is " ";
            length = isNext ? length : 0;
            if (length == MaxWords)
            {
                run[1..].CopyTo(run);
                length--;
            }

            int id = Id(_tokens.Exact(i));
            _words[id].Count(text.AsSpan(token.Start, token.Length));
            run[length++] = id;
            if (!_words[id].IsFiller)
            {
                Count(run[..length]);
            }
        }

        if (_counts.Count > MaxPhrases)
        {
            foreach (var rare in _counts.Where(pair => pair.Value == 1).Select(pair => pair.Key).ToArray())
            {
                _counts.Remove(rare);
            }
        }
    }

    /// <summary>Whether a word is not worth suggesting.</summary>
    public static bool IsFiller(string exact) => Fillers.Contains(exact);

    /// <summary>How a word is shown: as it is mostly written.</summary>
    public string Shown(string exact) => _ids.TryGetValue(exact, out int id) ? _words[id].Shown : exact;

    /// <summary>The phrases that came at least so often, the most frequent first.</summary>
    public IEnumerable<Suggestion> Phrases(int least, int limit)
    {
        Dictionary<string, (int[] Ids, int Count)> phrases = _counts.Where(pair => pair.Value >= least)
            .Select(pair => (Ids: Ids(pair.Key), Count: pair.Value))
            .ToDictionary(phrase => Key(phrase.Ids), StringComparer.Ordinal);
        Dictionary<string, int> longer = new(StringComparer.Ordinal);
        foreach ((int[] ids, int count) in phrases.Values)
        {
            string shorter = Key(Shorter(ids));
            longer[shorter] = Math.Max(longer.GetValueOrDefault(shorter), count);
        }

        return phrases.Where(pair => longer.GetValueOrDefault(pair.Key) < ShareOfLonger * pair.Value.Count)
            .OrderByDescending(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(limit)
            .Select(pair => new Suggestion(
                pair.Key, string.Join(' ', pair.Value.Ids.Select(id => _words[id].Shown)), pair.Value.Count));
    }

    private static int[] Ids((int First, int Second, int Third, int Fourth, int Fifth) key) =>
        [.. new[] { key.First, key.Second, key.Third, key.Fourth, key.Fifth }.Where(id => id >= 0)];

    private string Key(IEnumerable<int> ids) => string.Join(' ', ids.Select(id => _words[id].Exact));

    /// <summary>A phrase without its last word, and without the fillers before that.</summary>
    private int[] Shorter(int[] ids)
    {
        int length = ids.Length - 1;
        while (length > 0 && _words[ids[length - 1]].IsFiller)
        {
            length--;
        }

        return ids[..length];
    }

    /// <summary>Counts every phrase that ends with the last word of a run.</summary>
    private void Count(ReadOnlySpan<int> run)
    {
        for (int start = run.Length - 2; start >= 0; start--)
        {
            if (!_words[run[start]].IsFiller)
            {
                ReadOnlySpan<int> ids = run[start..];
                var key = (ids[0], ids[1], At(ids, 2), At(ids, 3), At(ids, 4));
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
            }
        }
    }

    private static int At(ReadOnlySpan<int> ids, int index) => index < ids.Length ? ids[index] : -1;

    private int Id(ReadOnlySpan<byte> exact)
    {
        string word = Encoding.UTF8.GetString(exact);
        if (!_ids.TryGetValue(word, out int id))
        {
            id = _words.Count;
            bool isFiller = word.Length < 2 || Fillers.Contains(word) || word.All(char.IsDigit);
            _words.Add(new SampledWord(word, isFiller));
            _ids.Add(word, id);
        }

        return id;
    }
}
