using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching;

/// <summary>
/// Facets over segments on disk that are large enough for every way of collecting, beside counting by hand: one segment
/// or several, with and without deletes, merged or not.
/// </summary>
[TestFixture]
internal sealed class FacetTests
{
    private static readonly IndexSchema Schema = new(
        [
            new("text", FieldKind.Text, HasStems: false),
            new("theme", FieldKind.Keyword),
            new("issuer", FieldKind.Keyword),
            new("paper", FieldKind.Keyword),
            new("none", FieldKind.Keyword),
            new("id", FieldKind.Keyword),
        ],
        "text",
        _ => new SpaceAnalyzer());

    private static readonly string[] Words = ["the", "cyber", "crime", "cybernetic", "treaty", "rare"];

    private static readonly FacetRequest[] Facets =
        [new("theme"), new("issuer", 5), new("paper", 1000), new("none"), new("theme", 0)];

    private static readonly (Query Query, Func<string, bool> Matches)[] Queries =
    [
        (Word("the"), text => Holds(text, "the")),
        (Word("rare"), text => Holds(text, "rare")),
        (Word("nothing"), _ => false),
        (Join(Occur.Should, "cyber", "treaty"), text => Holds(text, "cyber") || Holds(text, "treaty")),
        (Join(Occur.Must, "cyber", "treaty"), text => Holds(text, "cyber") && Holds(text, "treaty")),
        (new PhraseQuery(null, [new PhraseWord("cyber"), new PhraseWord("crime")], 0),
            text => $" {text} ".Contains(" cyber crime ", StringComparison.Ordinal)),
        (new PrefixQuery(null, "cyb"), text => Holds(text, "cyber") || Holds(text, "cybernetic")),
        (new MatchAllQuery(), _ => true),
    ];

    [TestCase(1, false, false)]
    [TestCase(1, true, false)]
    [TestCase(3, false, false)]
    [TestCase(3, true, false)]
    [TestCase(3, true, true)]
    public void Facets_are_what_counting_by_hand_gives(int segments, bool hasDeletes, bool isMerged)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        List<Row> rows = [.. Enumerable.Range(0, 9000).Select(id => NewRow(random, id))];
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, Schema))
        {
            foreach (Row[] part in rows.Chunk(rows.Count / segments))
            {
                Array.ForEach(part, row => writer.Add(row.Document()));
                writer.Commit();
            }

            if (hasDeletes)
            {
                foreach (Row row in rows.Where(row => row.Themes.Contains("doomed")).ToArray())
                {
                    writer.DeleteByKeyword("id", row.Id);
                    rows.Remove(row);
                }

                writer.Commit();
            }

            if (isMerged)
            {
                writer.MergeAll();
                writer.Commit();
            }
        }

        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, Schema)!; // written above
        Assert.That(snapshot.Segments.Count, Is.EqualTo(isMerged ? 1 : segments));
        var searcher = new IndexSearcher(snapshot);
        foreach ((Query query, Func<string, bool> matches) in Queries)
        {
            Row[] found = [.. rows.Where(row => matches(row.Text))];
            foreach (SortKey[] sort in (SortKey[][])[[], [new("issuer")]])
            {
                Check(searcher, query, sort, found);
            }
        }

        IndexVerifier.Verify(storage, Schema);
    }

    private static void Check(IndexSearcher searcher, Query query, SortKey[] sort, Row[] found)
    {
        var request = new SearchRequest { Query = query, Facets = Facets, Sort = sort };
        SearchResults plain = searcher.Search(request);
        Assert.That(plain.Total, Is.EqualTo(found.Length));
        string[] first = [.. plain.Hits.Select(hit => hit.ToString())];
        SearchResults without = searcher.Search(request with { Facets = [] });
        Assert.That(without.Hits.Select(hit => hit.ToString()), Is.EqualTo(first));
        Compare(plain, found, found, found);

        // A filter named after a facet leaves that facet alone; any other holds for all.
        Row[] right = [.. found.Where(row => row.Themes.Contains("rights"))];
        Row[] early = [.. found.Where(row =>
            row.Issuer.Length > 0 && string.CompareOrdinal(row.Issuer, "issuer 030") < 0)];
        SearchResults filtered = searcher.Search(request with
        {
            Filters =
            [
                new("theme", new TermQuery("theme", "rights")),
                new("issuer", new RangeQuery("issuer", null, "issuer 030", true, false)),
                new("paper", new MatchAllQuery()),
            ],
        });
        Row[] both = [.. right.Intersect(early)];
        Assert.That(filtered.Total, Is.EqualTo(both.Length));
        Compare(filtered, early, right, both);

        SearchResults other = searcher.Search(request with
        {
            Filters = [new("other", new TermQuery("theme", "rights"))],
        });
        Assert.That(other.Total, Is.EqualTo(right.Length));
        Compare(other, right, right, right);
    }

    private static void Compare(SearchResults results, Row[] byTheme, Row[] byIssuer, Row[] byPaper)
    {
        Assert.That(results.Facets[0], Is.EqualTo(Counts(byTheme.SelectMany(row => row.Themes))));
        Assert.That(results.Facets[1], Is.EqualTo(Counts(byIssuer.Select(row => row.Issuer)).Take(5)));
        Assert.That(results.Facets[2], Is.EqualTo(Counts(byPaper.Select(row => row.Paper))));
        Assert.That(results.Facets[3], Is.Empty);
        Assert.That(results.Facets[4], Is.Empty);
    }

    private static IEnumerable<FacetValue> Counts(IEnumerable<string> values) => values
        .Where(value => value.Length > 0)
        .GroupBy(value => value)
        .Select(group => new FacetValue(group.Key, group.Count()))
        .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);

    private static Row NewRow(Random random, int id)
    {
        string[] words = [.. Words.Where((word, i) => random.Next((i * i) + 2) == 0).OrderBy(_ => random.Next())];
        string[] themes = [.. ((string[])["threats", "rights", "capacity", "treaty"]).Where(_ => random.Next(4) == 0)];
        return new Row(
            id.ToString("D5"),
            string.Join(' ', words.Append("end")),
            random.Next(20) == 0 ? [.. themes, "doomed"] : themes,
            random.Next(9) == 0 ? "" : $"issuer {random.Next(50):D3}",
            $"paper {random.Next(700)}");
    }

    private static TermQuery Word(string word) => new(null, word);

    private static BooleanQuery Join(Occur occur, params string[] words) =>
        new([.. words.Select(word => new BooleanClause(occur, Word(word)))]);

    private static bool Holds(string text, string word) => text.Split(' ').Contains(word);

    private sealed record Row(string Id, string Text, string[] Themes, string Issuer, string Paper)
    {
        public IndexDocument Document()
        {
            var document = new IndexDocument();
            document.Add("id", Id).Add("text", Text).Add("issuer", Issuer).Add("paper", Paper);
            Array.ForEach(Themes, theme => document.Add("theme", theme));
            return document;
        }
    }
}
