using Search.Engine.Searching;
using Search.Passages.Generations;
using Search.Passages.Schemas;
using Search.Queries.Trees;

namespace Search.Passages.Suggestions;

/// <summary>
/// Makes the table of a generation: its most frequent words, from the dictionary, and the phrases of a sample of its
/// passages, spread evenly over them. Time and memory are bounded, however many passages there are, but for one look
/// at each word of the dictionary.
/// </summary>
internal static class SuggestionBuilder
{
    private const int MaxWords = 50_000;
    private const int MaxPhrases = 60_000;
    private const int MaxSample = 10_000;
    private const int LeastForPhrase = 2;
    private const int MinLength = 3;
    private const int LongestWord = 40;

    /// <summary>The bytes of the table.</summary>
    public static byte[] Build(Generation generation, CancellationToken cancellation)
    {
        var kinds = new BooleanQuery(
        [
            .. PassageKinds.Searched.Select(kind => new BooleanClause(
                Occur.Should, new TermQuery(PassageFields.Kind, kind, WordForm.Exact))),
        ]);
        long total = generation.Searcher.Search(new SearchRequest { Query = kinds, Limit = 0 }, cancellation).Total;
        int step = (int)Math.Max(1, total / MaxSample);
        var phrases = new SampledPhrases();
        int index = 0;
        foreach (DocAddress address in generation.Searcher.Documents(kinds, null, cancellation))
        {
            if (index++ % step == 0)
            {
                phrases.Add(generation.Stored(address)[PassageFields.Text] ?? "");
            }
        }

        IEnumerable<Suggestion> words = Words(generation.Vocabulary, cancellation)
            .Select(word => new Suggestion(word.Word, phrases.Shown(word.Word), word.Frequency));
        return SuggestionTable.Write(
        [
            .. words.Concat(phrases.Phrases(LeastForPhrase, MaxPhrases)
                .Select(phrase => phrase with { Weight = (int)Math.Min(int.MaxValue, (long)phrase.Weight * step) })),
        ]);
    }

    private static IEnumerable<(string Word, int Frequency)> Words(
        Vocabulary vocabulary, CancellationToken cancellation)
    {
        var best = new PriorityQueue<string, int>();
        foreach ((string word, int frequency) in vocabulary.Words())
        {
            cancellation.ThrowIfCancellationRequested();
            if (word.Length is >= MinLength and <= LongestWord && !char.IsDigit(word[0])
                && !SampledPhrases.IsFiller(word))
            {
                best.Enqueue(word, frequency);
                if (best.Count > MaxWords)
                {
                    best.Dequeue();
                }
            }
        }

        return best.UnorderedItems.Select(item => (item.Element, item.Priority));
    }
}
