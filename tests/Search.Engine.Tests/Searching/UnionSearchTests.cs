using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching;

/// <summary>Disjunctions of common words over many windows are what a plain loop over all documents finds.</summary>
[TestFixture]
internal sealed class UnionSearchTests : IDisposable
{
    private const int DocCount = 75_000;
    private const int AskedThemes = 3;

    private static readonly string[] Words = ["red", "green", "blue", "grey", "pink", "black", "white", "brown"];

    private readonly int[][] _frequencies = new int[DocCount][]; // of each word in each document
    private readonly string[] _themes = new string[DocCount];
    private readonly MemoryStorage _storage = new();
    private IndexSnapshot? _snapshot;
    private Random _random = new(1);

    private IndexSearcher Searcher => new(_snapshot!); // set up

    [OneTimeSetUp]
    public void Index()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        _random = new Random(seed);
        using (var writer = IndexWriter.Open(_storage, SmallIndex.Schema))
        {
            for (int docId = 0; docId < DocCount; docId++)
            {
                _themes[docId] = _random.Next(50) == 0 ? "gone" : $"theme{_random.Next(AskedThemes + 1)}";
                writer.Add(new IndexDocument { Language = "en" }
                    .Add("text", Text(docId)).Add("theme", _themes[docId]));
            }

            writer.Commit();
            writer.MergeAll();
            writer.Commit();
        }

        _snapshot = IndexSnapshot.TryOpen(_storage, SmallIndex.Schema)!;
    }

    public void Dispose()
    {
        _snapshot?.Dispose();
        _storage.Dispose();
    }

    [Test]
    [Order(1)]
    public void Hits_scores_and_counts_are_those_of_a_plain_loop()
    {
        for (int round = 0; round < 12; round++)
        {
            int[] words = Choose();
            AssertFound(words, _ => true, new SearchRequest { Query = Any(words), Limit = Limit(round) });
        }
    }

    [Test]
    [Order(2)]
    public void Filters_and_facets_see_the_same_hits()
    {
        for (int round = 0; round < 6; round++)
        {
            int[] words = Choose();
            string theme = $"theme{round % AskedThemes}";
            var request = new SearchRequest
            {
                Query = Any(words),
                Limit = Limit(round),
                Filters = [new SearchFilter("other", new TermQuery("theme", theme, WordForm.Exact))],
                Facets = [new FacetRequest("theme")],
            };
            SearchResults found = AssertFound(words, docId => _themes[docId] == theme, request);
            Assert.That(found.Facets[0], Is.EqualTo((FacetValue[])[new(theme, found.Total)]));
        }
    }

    [Test]
    [Order(3)]
    public void Deleted_documents_are_left_out()
    {
        using (var writer = IndexWriter.Open(_storage, SmallIndex.Schema))
        {
            writer.DeleteByKeyword("theme", "gone");
            writer.Commit();
        }

        _snapshot!.Dispose(); // set up
        _snapshot = IndexSnapshot.TryOpen(_storage, SmallIndex.Schema)!;
        for (int round = 0; round < 6; round++)
        {
            int[] words = Choose();
            AssertFound(
                words,
                docId => _themes[docId] != "gone",
                new SearchRequest { Query = Any(words), Limit = Limit(round), NeedsTotal = round % 2 == 0 });
        }
    }

    private static int Limit(int round) => new[] { 10, 1, 200, 0, 10, 3000 }[round % 6];

    private static BooleanQuery Any(int[] words) => new(
        [.. words.Select(word => new BooleanClause(Occur.Should, new TermQuery(null, Words[word], WordForm.Exact)))]);

    private int[] Choose()
    {
        int[] words = [.. Enumerable.Range(0, Words.Length)];
        _random.Shuffle(words);
        return words[.._random.Next(2, Words.Length)];
    }

    /// <summary>Lengths that the norms hold exactly, at times a word often, each word as rare as its number.</summary>
    private string Text(int docId)
    {
        int[] frequencies = new int[Words.Length];
        int left = _random.Next(1, 24);
        if (_random.Next(60) == 0)
        {
            frequencies[_random.Next(Words.Length)] = left;
            left = 0;
        }

        for (; left > 0; left--)
        {
            int word = _random.Next(Words.Length + 6);
            word = word < Words.Length && _random.Next(word + 1) == 0 ? word : Words.Length;
            if (word < Words.Length)
            {
                frequencies[word]++;
            }
            else
            {
                break;
            }
        }

        _frequencies[docId] = frequencies;
        return string.Join(' ', frequencies.SelectMany((count, word) => Enumerable.Repeat(Words[word], count)));
    }

    private SearchResults AssertFound(int[] words, Func<int, bool> isHit, SearchRequest request)
    {
        SearchResults found = Searcher.Search(request);
        (float Score, int DocId)[] expected = Expected(words, isHit);
        Assert.That(found.Total, Is.EqualTo(expected.Length));
        Assert.That(
            found.Hits.Select(hit => (hit.Score, hit.Address.DocId)),
            Is.EqualTo(expected.Take(request.Limit)),
            string.Join(' ', words.Select(word => Words[word])));
        return found;
    }

    private (float Score, int DocId)[] Expected(int[] words, Func<int, bool> isHit)
    {
        int withText = _frequencies.Count(each => each.Sum() > 0);
        float average = (float)(_frequencies.Sum(each => (long)each.Sum()) / (double)withText);
        float[] weights = [.. words.Select(word => Idf(_frequencies.Count(each => each[word] > 0), withText))];
        List<(float Score, int DocId)> hits = [];
        for (int docId = 0; docId < DocCount; docId++)
        {
            float score = 0;
            for (int i = 0; i < words.Length; i++)
            {
                int frequency = _frequencies[docId][words[i]];
                float inverse = 1f / (1.2f * ((1 - 0.75f) + (0.75f * _frequencies[docId].Sum() / average)));
                score += frequency == 0 ? 0 : weights[i] - (weights[i] / (1f + (frequency * inverse)));
            }

            if (score > 0 && isHit(docId))
            {
                hits.Add((score, docId));
            }
        }

        return [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.DocId)];
    }

    private static float Idf(int withWord, int all) =>
        (float)Math.Log(1 + ((all - withWord + 0.5) / (withWord + 0.5)));
}
