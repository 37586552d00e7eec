using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Segments;
using Search.Engine.Storage;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>The engine beside the oracle, over random corpora and queries.</summary>
internal sealed class OracleTests
{
    private const int Rounds = 60;
    private const int QueriesARound = 40;

    [Test]
    public void Hits_counts_scores_and_spans_equal_the_oracle()
    {
        int matches = 0;
        for (int round = 0; round < Rounds; round++)
        {
            int seed = Seeds.Next();
            var random = new RandomCorpus(seed);
            OracleDocument[] documents = random.Documents(25, withDeletes: round % 2 == 1);
            var oracle = new OracleSearch(documents);
            IndexSearcher one = Searcher(documents, 1);
            IndexSearcher several = Searcher(documents, 3);
            using var storage = new MemoryStorage();
            using IndexSnapshot snapshot = OnDisk(storage, documents, 4);
            var disk = new IndexSearcher(snapshot);

            // A segment of which most is deleted is written anew without it, and the sums of the index change.
            bool isWhole = snapshot.Segments.Sum(segment => segment.DocCount) == documents.Length;
            for (int i = 0; i < QueriesARound; i++)
            {
                Query query = random.Query();
                string about = $"seed {seed}, query {i}: {QueryText.Of(query)}";
                (OracleDocument Document, double Score)[] expected = [.. documents
                    .Where(document => !document.IsDeleted)
                    .Select(document => (Document: document, Score: oracle.Score(query, document)))
                    .Where(hit => hit.Score is not null)
                    .Select(hit => (hit.Document, hit.Score!.Value))];
                matches += expected.Length;
                Check(documents, one, query, expected, 1, about);
                Check(documents, several, query, expected, 3, about);
                if (isWhole)
                {
                    Check(documents, disk, query, expected, 4, about + " on disk");
                }

                CheckSpans(oracle, documents, query, about);
            }
        }

        Assert.That(matches, Is.GreaterThan(1000), "The queries find too little to tell anything.");
    }

    internal static IndexSearcher Searcher(OracleDocument[] documents, int segments, SearchLimits? limits = null)
    {
        SegmentView[] views = [.. documents.Chunk((documents.Length + segments - 1) / segments)
            .Select(chunk => new TestSegmentView(RandomCorpus.Schema, chunk))];
        return new IndexSearcher(views, RandomCorpus.Schema, limits, (_, _, _) => null);
    }

    /// <summary>The documents in segments of a real index, of which the deleted ones are deleted in the end.</summary>
    internal static IndexSnapshot OnDisk(IndexStorage storage, OracleDocument[] documents, int segments)
    {
        using (var writer = IndexWriter.Open(storage, RandomCorpus.Schema))
        {
            foreach (OracleDocument[] chunk in documents.Chunk((documents.Length + segments - 1) / segments))
            {
                Array.ForEach(chunk, document => writer.Add(document.ToIndexDocument()));
                writer.Commit();
            }

            foreach (OracleDocument document in documents.Where(document => document.IsDeleted))
            {
                writer.DeleteByKeyword("id", document.Id);
            }

            writer.Commit();
        }

        return IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)!;
    }

    internal static int Place(DocAddress address, int count, int segments) =>
        (address.Segment * ((count + segments - 1) / segments)) + address.DocId;

    private static void Check(
        OracleDocument[] documents, IndexSearcher searcher, Query query,
        (OracleDocument Document, double Score)[] expected, int segments, string about)
    {
        SearchResults results = searcher.Search(new SearchRequest { Query = query, Limit = 100 });
        Dictionary<OracleDocument, float> found = results.Hits.ToDictionary(
            hit => documents[Place(hit.Address, documents.Length, segments)],
            hit => hit.Score,
            ReferenceEqualityComparer.Instance as IEqualityComparer<OracleDocument>);
        Assert.That(results.Total, Is.EqualTo(expected.Length), about);
        Assert.That(found, Has.Count.EqualTo(expected.Length), about);
        foreach ((OracleDocument document, double score) in expected)
        {
            Assert.That(found.ContainsKey(document), about);
            if (!IsSloppy(query))
            {
                Assert.That(found[document], Is.EqualTo(score).Within(Math.Max(score * 1e-6, 1e-6)), about);
            }
        }

        SearchResults best = searcher.Search(new SearchRequest { Query = query, Limit = 3, NeedsTotal = false });
        Assert.That(
            best.Hits.Select(hit => (hit.Address, hit.Score)),
            Is.EqualTo(results.Hits.Take(3).Select(hit => (hit.Address, hit.Score))),
            about + " without the count");
        float[] scores = [.. results.Hits.Select(hit => hit.Score)];
        Assert.That(scores, Is.Ordered.Descending, about);
    }

    private static void CheckSpans(OracleSearch oracle, OracleDocument[] documents, Query query, string about)
    {
        var matcher = new DocumentMatcher(query, RandomCorpus.Schema);
        var analyzed = new AnalyzedDocument(RandomCorpus.Schema);
        foreach (OracleDocument document in documents.Take(8))
        {
            analyzed.Reset(document.ToIndexDocument());
            bool isMatch = oracle.Score(query, document) is not null;
            Assert.That(matcher.Matches(analyzed), Is.EqualTo(isMatch), about);
            string[] expected = isMatch ? [.. Merged(document, oracle.Marks(query, document))] : [];
            string[] spans = [.. matcher.Spans(analyzed).Select(span => $"{span.Field} {span.Start} {span.End}")];
            Assert.That(spans, Is.EqualTo(expected), about + $" in '{string.Join(' ', document.Text)}'");
        }
    }

    private static IEnumerable<string> Merged(
        OracleDocument document, IEnumerable<(string Field, int Start, int End)> marks)
    {
        foreach (string field in (string[])["text", "title"])
        {
            // A word is in a span where some mark covers it; words are in one span where one mark covers both.
            (int Start, int End)[] own =
                [.. marks.Where(mark => mark.Field == field).Select(mark => (mark.Start, mark.End))];
            string[] words = document.Words(field);
            int start = 0;
            for (int word = 0, offset = 0; word < words.Length; offset += words[word].Length + 1, word++)
            {
                bool isCovered = own.Any(mark => mark.Start <= word && mark.End >= word);
                bool goesOn = own.Any(mark => mark.Start < word && mark.End >= word);
                bool goesFarther = own.Any(mark => mark.Start <= word && mark.End > word);
                start = isCovered && !goesOn ? offset : start;
                if (isCovered && !goesFarther)
                {
                    yield return $"{field} {start} {offset + words[word].Length}";
                }
            }
        }
    }

    /// <summary>The weight of sloppy matches is Lucene's own; the differential test compares it.</summary>
    private static bool IsSloppy(Query query) => query switch
    {
        PhraseQuery phrase => phrase.Slop > 0,
        BoostQuery boost => IsSloppy(boost.Inner),
        ConstantScoreQuery constant => IsSloppy(constant.Inner),
        BooleanQuery boolean => boolean.Clauses.Any(clause => IsSloppy(clause.Query)),
        NearQuery near => near.Operands.Any(IsSloppy),
        _ => false,
    };
}
