using NUnit.Framework;
using Search.Engine.Searching;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>Filters, facets, sorting and paging beside the oracle.</summary>
internal sealed class RequestTests
{
    private const int Segments = 3;

    [Test]
    public void Filters_and_facets_equal_the_oracle()
    {
        ForRandom((random, documents, oracle, searcher, about) =>
        {
            Query query = random.Query(2);
            SearchFilter[] filters =
            [
                new("theme", new TermQuery("theme", "rights")),
                new("id", random.Query(0)),
                new("number", new RangeQuery("number", "2", null, true, true)),
            ];

            // What passes a filter is kept from its second use on.
            for (int use = 0; use < 3; use++)
            {
                SearchResults results = searcher.Search(new SearchRequest
                {
                    Query = query,
                    Filters = filters,
                    Facets = [new("theme"), new("id", 3)],
                    Limit = 0,
                });

                Assert.That(results.Total, Is.EqualTo(Matching(null).Length), about);
                Assert.That(results.Hits, Is.Empty, about);
                Assert.That(results.Facets[0], Is.EqualTo(Counts(Matching("theme"), one => one.Themes)), about);
                Assert.That(results.Facets[1], Is.EqualTo(Counts(Matching("id"), one => [one.Id]).Take(3)), about);
            }

            OracleDocument[] Matching(string? exceptFilter) =>
            [
                .. documents.Where(one => !one.IsDeleted && oracle.Score(query, one) is not null)
                    .Where(one => filters.All(filter =>
                        filter.Name == exceptFilter || oracle.Score(filter.Query, one) is not null)),
            ];
        });
    }

    [Test]
    public void Hits_ordered_by_score_and_a_field_are_those_of_all_in_that_order()
    {
        SearchFilter[] filters = [new("number", new RangeQuery("number", "2", null, true, true))];
        ForRandom((random, documents, oracle, searcher, about) =>
        {
            Query query = random.Query(1);
            foreach (SortKey key in (SortKey[])[new("theme"), new("id"), new("id", true), new("number", true)])
            {
                var request = new SearchRequest { Query = query, Filters = filters, Limit = 1000 };
                SearchHit[] all = [.. searcher.Search(request with { Sort = [SortKey.Score, key] }).Hits];
                SearchHit[] byKeys =
                    [.. searcher.Search(request with { Sort = [SortKey.Score, key, new("number")] }).Hits];
                CheckOrder(documents, [SortKey.Score, key], all, about);
                Assert.That(
                    all.Select(hit => hit.Address), Is.EquivalentTo(byKeys.Select(hit => hit.Address)), about);
                Assert.That(all.Select(hit => hit.Score), Is.EqualTo(byKeys.Select(hit => hit.Score)), about);
                for (int limit = 1; limit < 6; limit++)
                {
                    IReadOnlyList<SearchHit> best =
                        searcher.Search(request with { Sort = [SortKey.Score, key], Limit = limit }).Hits;
                    Assert.That(best, Is.EqualTo(all.Take(limit)), about);
                }
            }
        });
    }

    [Test]
    public void Pages_behind_each_other_give_every_hit_once_in_order()
    {
        SortKey[][] orders =
        [
            [SortKey.Score],
            [SortKey.Score, new("theme")],
            [SortKey.Score, new("id", true)],
            [SortKey.Score, new("number")],
            [SortKey.Score, new("theme"), new("number")],
            [new("number")],
            [new("number", true), SortKey.Score],
            [new("theme"), new("number", true)],
            [new("theme", true)],
            [],
        ];
        ForRandom((random, documents, oracle, searcher, about) =>
        {
            Query query = random.Query(1);
            foreach (SortKey[] order in orders)
            {
                List<SearchHit> paged = [];
                SortValues? after = null;
                do
                {
                    var request = new SearchRequest { Query = query, Sort = order, Limit = 4, After = after };
                    IReadOnlyList<SearchHit> page = searcher.Search(request).Hits;
                    paged.AddRange(page);
                    after = page.Count == 0 ? null : Reread(page[^1].Values);
                }
                while (after is not null);

                SearchResults whole = searcher.Search(new SearchRequest { Query = query, Sort = order, Limit = 100 });
                Assert.That(paged.Select(hit => hit.Address), Is.EqualTo(whole.Hits.Select(hit => hit.Address)), about);
                CheckOrder(documents, order, whole.Hits, about);
            }
        });
    }

    [Test]
    public void All_documents_of_a_query_come_in_order()
    {
        ForRandom((random, documents, oracle, searcher, about) =>
        {
            Query query = random.Query();
            int[] expected = [.. Enumerable.Range(0, documents.Length).Where(i =>
                !documents[i].IsDeleted && oracle.Score(query, documents[i]) is not null)];
            int[] found =
                [.. searcher.Documents(query).Select(hit => OracleTests.Place(hit, documents.Length, Segments))];
            Assert.That(found, Is.EqualTo(expected), about);
            for (int i = 0; i < documents.Length; i++)
            {
                DocAddress? address = searcher.Find("id", documents[i].Id);
                int? place = address is { } one ? OracleTests.Place(one, documents.Length, Segments) : null;
                Assert.That(place, Is.EqualTo(documents[i].IsDeleted ? null : i), about);
            }
        });
    }

    private static void ForRandom(
        Action<RandomCorpus, OracleDocument[], OracleSearch, IndexSearcher, string> check)
    {
        for (int round = 0; round < 40; round++)
        {
            int seed = Seeds.Next();
            var random = new RandomCorpus(seed);
            OracleDocument[] documents = random.Documents(25, withDeletes: true);
            IndexSearcher searcher = OracleTests.Searcher(documents, Segments);
            check(random, documents, new OracleSearch(documents), searcher, $"seed {seed}");
        }
    }

    private static SortValues Reread(SortValues values)
    {
        Assert.That(SortValues.TryParse(values.ToString(), out SortValues? read), values.ToString());
        return read!;
    }

    private static FacetValue[] Counts(OracleDocument[] documents, Func<OracleDocument, string[]> values) =>
    [
        .. documents.SelectMany(one => values(one).Distinct()).GroupBy(value => value)
            .Select(group => new FacetValue(group.Key, group.Count()))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal),
    ];

    private static void CheckOrder(
        OracleDocument[] documents, SortKey[] order, IReadOnlyList<SearchHit> hits, string about)
    {
        for (int i = 1; i < hits.Count; i++)
        {
            int compared = 0;
            foreach (SortKey key in order)
            {
                compared = compared != 0 ? compared : Compare(documents, key, hits[i - 1], hits[i]);
            }

            bool isInOrder = compared < 0 || (compared == 0 && hits[i - 1].Address < hits[i].Address);
            Assert.That(isInOrder, about + $" sorted by {string.Join(", ", (IEnumerable<SortKey>)order)}, hit {i}");
        }
    }

    private static int Compare(OracleDocument[] documents, SortKey key, SearchHit left, SearchHit right)
    {
        if (key.Field is null)
        {
            return right.Score.CompareTo(left.Score);
        }

        OracleDocument one = documents[OracleTests.Place(left.Address, documents.Length, Segments)];
        OracleDocument other = documents[OracleTests.Place(right.Address, documents.Length, Segments)];
        if (key.Field == "number")
        {
            return Directed(one.Interval?.Lower, other.Interval?.Lower, key.IsDescending, Comparer<long?>.Default);
        }

        return Directed(Chosen(one), Chosen(other), key.IsDescending, StringComparer.Ordinal);

        string? Chosen(OracleDocument document) => key.Field == "id" ? document.Id : key.IsDescending
            ? document.Themes.Max(StringComparer.Ordinal)
            : document.Themes.Min(StringComparer.Ordinal);
    }

    private static int Directed<T>(T left, T right, bool isDescending, IComparer<T> order)
    {
        if (left is null || right is null)
        {
            return (left is null).CompareTo(right is null);
        }

        return isDescending ? order.Compare(right, left) : order.Compare(left, right);
    }
}
