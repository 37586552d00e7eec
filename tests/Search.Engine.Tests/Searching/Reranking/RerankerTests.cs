using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Searching.Reranking;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching.Reranking;

/// <summary>The ranking beyond BM25: what it prefers, and that nothing but the order depends on it.</summary>
internal sealed class RerankerTests
{
    private static readonly RankingFeatures Features = new() { Fields = [new("title", 0.3f)] };

    [TestCase("cyber crime", "crime far from what is called cyber here", "it is a cyber crime that was made")]
    [TestCase("cyber crime", "a cyber attack and then some big crime", "a crime of the cyber kind is there")]
    [TestCase("treaties", "the treaty of the parties", "the treaties of parties")]
    [TestCase("a OR parties NEAR/3 treaty OR treaties", "the treaty of parties", "the treaties parties")]
    public void Of_equal_passages_the_closer_and_the_one_as_written_comes_first(string query, string less, string more)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Order(SmallIndex.Of(less, more), query), Is.EqualTo((int[])[1, 0]));
            Assert.That(Order(SmallIndex.Of(more, less), query), Is.EqualTo((int[])[0, 1]));
        });
    }

    [Test]
    public void A_title_that_holds_the_words_counts()
    {
        var index = new SmallIndex();
        index.Add(new IndexDocument().Add("text", "the convention of the parties").Add("title", "Minutes"));
        index.Add(new IndexDocument().Add("text", "the convention of the parties").Add("title", "Convention"));

        Assert.That(Order(index, "convention"), Is.EqualTo((int[])[1, 0]));
    }

    [Test]
    public void Words_of_exclusions_and_patterns_and_constants_gain_nothing()
    {
        foreach (string query in (string[])["cri* -crimes", "crime^=2", "*", "number:[1 TO 2]", "title:crime"])
        {
            var index = SmallIndex.Of("a crime", "crime");
            IReadOnlyList<SearchHit> plain = Search(index.Searcher, SmallIndex.Parse(query), null).Hits;
            IReadOnlyList<SearchHit> ranked = Search(index.Searcher, SmallIndex.Parse(query), Features).Hits;

            Assert.That(ranked, Is.EqualTo(plain), query);
        }
    }

    [Test]
    public void Only_the_order_of_the_best_depends_on_it_and_pages_fit_together()
    {
        int moved = 0;
        for (int round = 0; round < 250; round++)
        {
            int seed = Seeds.Next();
            var random = new RandomCorpus(seed);
            OracleDocument[] documents = random.Documents(40, withDeletes: true);
            IndexSearcher searcher = OracleTests.Searcher(documents, 1 + (round % 3));
            Query query = random.Query();
            RankingFeatures features = Features with { Depth = 1 + (round % 23) };
            SearchResults plain = Search(searcher, query, null);
            SearchResults ranked = Search(searcher, query, features);
            string about = $"seed {seed}: {QueryText.Of(query)}";

            Assert.That(ranked.Total, Is.EqualTo(plain.Total), about);
            Assert.That(ranked.Facets[0], Is.EqualTo(plain.Facets[0]), about);
            Assert.That(
                ranked.Hits.Take(features.Depth).Select(hit => hit.Address),
                Is.EquivalentTo(plain.Hits.Take(features.Depth).Select(hit => hit.Address)),
                about);
            Assert.That(ranked.Hits.Skip(features.Depth), Is.EqualTo(plain.Hits.Skip(features.Depth)), about);
            Assert.That(ranked.Hits.Select(hit => hit.Score), Is.Ordered.Descending, about);
            Assert.That(Walk(searcher, query, features, 1 + (round % 7)), Is.EqualTo(ranked.Hits), about);
            moved += ranked.Hits.SequenceEqual(plain.Hits) ? 0 : 1;
        }

        Assert.That(moved, Is.GreaterThan(8), "The queries are not such that anything is ranked anew.");
    }

    private static int[] Order(SmallIndex index, string query) =>
        [.. Search(index.Searcher, SmallIndex.Parse(query), Features).Hits.Select(hit => hit.Address.Segment)];

    private static SearchResults Search(IndexSearcher searcher, Query query, RankingFeatures? ranking) =>
        searcher.Search(new SearchRequest
        {
            Query = query,
            Limit = 100,
            Facets = [new FacetRequest("theme")],
            Ranking = ranking,
        });

    private static List<SearchHit> Walk(IndexSearcher searcher, Query query, RankingFeatures ranking, int limit)
    {
        List<SearchHit> hits = [];
        SortValues? after = null;
        while (true)
        {
            IReadOnlyList<SearchHit> page = searcher.Search(
                new SearchRequest { Query = query, Limit = limit, After = after, Ranking = ranking }).Hits;
            hits.AddRange(page);
            if (page.Count == 0)
            {
                return hits;
            }

            Assert.That(SortValues.TryParse(page[^1].Values.ToString(), out after));
        }
    }
}
