using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Engine.Tests.Oracle;
using Search.Queries.Parsing;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Lucene;

/// <summary>
/// The engine beside Apache Lucene 8 on the same words: the same hits, the same counts, and the same order but among
/// scores within one millionth. The number of random queries over each kind of passages is set by
/// <c>SEARCH_LUCENE_QUERIES</c>, the number of real passages by <c>SEARCH_LUCENE_PASSAGES</c>.
/// </summary>
internal sealed class LuceneParityTests
{
    private const int LeastByHand = 150;
    private const double Tolerance = 1e-6;

    private static readonly IndexSchema Schema = new(
        [
            new("text", FieldKind.Text, HasStems: false),
            new("number", FieldKind.Interval),
            new("date", FieldKind.Interval, IntervalUnit: IntervalUnit.Date),
        ],
        "text",
        _ => WhitespaceAnalyzer.Instance)
    {
        JoinsSpellings = false,
    };

    [Test]
    public void Random_queries_over_random_passages_find_and_score_as_in_Lucene()
    {
        int seed = Seeds.Next();
        var random = new Random(seed);
        var source = new RandomPassages(random);
        LucenePassage[] passages = source.Make(400);
        var queries = new RandomQueries(random, source.Words, passages);

        Compare(passages, Some(queries, Setting("QUERIES", 1_200)), $"seed {seed}");
    }

    [Test]
    public void Random_queries_over_real_passages_find_and_score_as_in_Lucene()
    {
        int seed = Seeds.Next();
        LucenePassage[] passages = RealPassages.Read(Setting("PASSAGES", 600));
        var queries = new RandomQueries(new Random(seed), RealPassages.Words(passages), passages);

        Compare(passages, Some(queries, Setting("QUERIES", 600)), $"seed {seed}");
    }

    [Test]
    public void Queries_written_by_hand_find_and_score_as_in_Lucene()
    {
        LucenePassage[] passages = RealPassages.Read(Setting("PASSAGES", 600));
        Query[] queries =
        [
            .. File.ReadLines(LuceneProcess.Program("handwritten.txt"))
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(Parse),
        ];

        Assert.That(queries.Distinct().Count(), Is.GreaterThanOrEqualTo(LeastByHand));
        int found = Compare(passages, queries, "by hand");
        Assert.That(found, Is.GreaterThan(queries.Length * 3 / 4), "Most of them are about something.");
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("SEARCH_LUCENE_" + name), out int asked) ? asked : usual;

    private static Query[] Some(RandomQueries queries, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => queries.Make())];

    private static Query Parse(string line)
    {
        string[] parts = line.StartsWith("prefix ", StringComparison.Ordinal) ? line.Split(" | ") : [line];
        var options = new QueryOptions { Fields = new HashSet<string> { "text", "number", "date" } };
        ParsedQuery parsed = QueryParser.Parse(parts[^1], options);
        Assert.That(parsed.Repairs, Is.Empty, line);
        return parts.Length == 1
            ? Plain(parsed.Query)
            : (FuzzyQuery)parsed.Query with { PrefixLength = parts[0][^1] - '0' };
    }

    /// <summary>A value of a point is a range; all else means the same to both.</summary>
    private static Query Plain(Query query) => query switch
    {
        TermQuery { Field: not null } term => new RangeQuery(term.Field, term.Text, term.Text, true, true),
        BooleanQuery all => new BooleanQuery([.. all.Clauses.Select(one => one with { Query = Plain(one.Query) })]),
        BoostQuery boost => boost with { Inner = Plain(boost.Inner) },
        ConstantScoreQuery constant => constant with { Inner = Plain(constant.Inner) },
        _ => query,
    };

    /// <summary>Runs queries on both; the number of those that find something.</summary>
    private static int Compare(LucenePassage[] passages, Query[] queries, string about)
    {
        TestContext.Out.WriteLine($"{about}: {queries.Length} queries, {passages.Length} passages");
        string[] written = [.. queries.Select(LuceneQueries.Write)];
        string[] answers = LuceneProcess.Ask(passages.Select(passage => passage.Written), written);
        Assert.That(answers, Has.Length.EqualTo(queries.Length));

        string[] words = RealPassages.Words(passages);
        using var storage = new MemoryStorage();
        using IndexSnapshot whole = Index(storage, passages, commits: 1);
        using var parts = new MemoryStorage();
        using IndexSnapshot parted = Index(parts, passages, commits: 3);
        LuceneAnswer[] theirs = [.. answers.Select(answer => new LuceneAnswer(answer, Tolerance))];
        List<string> differences = [];
        for (int i = 0; i < queries.Length; i++)
        {
            bool isScored = !LuceneQueries.MergesBlendedTerms(queries[i], words)
                && !LuceneQueries.RepeatsTwoWords(queries[i]);
            string? difference = theirs[i].IsRefused
                ? null
                : Difference(whole, queries[i], theirs[i], isScored)
                    ?? Difference(parted, queries[i], theirs[i], isScored);
            if (difference is not null)
            {
                differences.Add($"{written[i]}: {difference}");
            }
        }

        string report = string.Join('\n', differences.OrderBy(difference => difference.Length).Take(12));
        Assert.That(differences, Is.Empty, $"{about}: {differences.Count} of {queries.Length} differ\n{report}");
        int refused = theirs.Count(answer => answer.IsRefused);
        string? why = answers.FirstOrDefault(answer => answer.StartsWith('r'));
        Assert.That(refused, Is.LessThan(1 + (queries.Length / 50)), why);
        return theirs.Count(answer => answer.Count > 0);
    }

    private static IndexSnapshot Index(MemoryStorage storage, LucenePassage[] passages, int commits)
    {
        using (var writer = IndexWriter.Open(storage, Schema))
        {
            foreach (LucenePassage[] part in passages.Chunk((passages.Length + commits - 1) / commits))
            {
                Array.ForEach(part, passage => writer.Add(passage.ToDocument()));
                writer.Commit();
            }
        }

        return IndexSnapshot.TryOpen(storage, Schema)!; // it was committed
    }

    private static string? Difference(IndexSnapshot snapshot, Query query, LuceneAnswer theirs, bool isScored)
    {
        var searcher = new IndexSearcher(snapshot, new SearchLimits { MaxFuzzyExpansions = 50 });
        int[] starts = new int[snapshot.Segments.Count];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + snapshot.Segments[i - 1].DocCount;
        }

        SearchResults all = searcher.Search(new SearchRequest { Query = query, Limit = (int)snapshot.DocCount });
        SearchResults best = searcher.Search(new SearchRequest { Query = query, Limit = 10, NeedsTotal = false });
        return !best.Hits.SequenceEqual(all.Hits.Take(10))
            ? "the best ten are not the first ten of all"
            : theirs.Difference(
                all.Total,
                [.. all.Hits.Select(hit => (starts[hit.Address.Segment] + hit.Address.DocId, hit.Score))],
                isScored);
    }
}
