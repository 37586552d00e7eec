using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Searching.Reranking;
using Search.Engine.Storage;
using Search.Passages.Schemas;
using Search.Passages.Search;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Passages.Measuring;

/// <summary>
/// The documents of a test collection in an index in memory. Title and text are one text, as in the runs that they are
/// compared with; the title is a field of its own besides, as a passage's is.
/// </summary>
internal sealed class CollectionIndex : IDisposable
{
    private readonly MemoryStorage _storage;
    private readonly IndexSnapshot _snapshot;
    private readonly IndexSearcher _searcher;
    private readonly Analyzer _analyzer;

    private CollectionIndex(MemoryStorage storage, IndexSnapshot snapshot, Analyzer analyzer)
    {
        _storage = storage;
        _snapshot = snapshot;
        _analyzer = analyzer;
        _searcher = new IndexSearcher(snapshot);
    }

    /// <summary>Number of documents.</summary>
    public long DocCount => _snapshot.DocCount;

    /// <summary>Indexes documents.</summary>
    public static CollectionIndex Build(IEnumerable<CollectionDocument> documents, Analyzer analyzer)
    {
        IndexSchema schema = new(
            [
                new(PassageFields.Text, FieldKind.Text),
                new(PassageFields.Title, FieldKind.Text),
                new(PassageFields.Id, FieldKind.Keyword, IsStored: true),
            ],
            PassageFields.Text,
            _ => analyzer)
        {
            JoinsSpellings = false, // words as they are, as in the runs compared with
        };
        var storage = new MemoryStorage();
        using (var writer = IndexWriter.Open(storage, schema))
        {
            foreach (CollectionDocument document in documents)
            {
                writer.Add(new IndexDocument()
                    .Add(PassageFields.Text, $"{document.Title}\n{document.Text}")
                    .Add(PassageFields.Title, document.Title)
                    .Add(PassageFields.Id, document.Id));
            }

            _ = writer.Commit();
            writer.MergeAll();
            _ = writer.Commit();
        }

        IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, schema)!; // it was committed just now
        return new CollectionIndex(storage, snapshot, analyzer);
    }

    /// <summary>The best documents for a question: its words, each as often as it occurs.</summary>
    public RankedList Search(string question, Occur occur, PassageRanking ranking)
    {
        Query? query = Words(question, occur);
        if (query is null)
        {
            return new RankedList([]);
        }

        SearchResults results = _searcher.Search(new SearchRequest
        {
            Query = query,
            Limit = MeasuredQuality.Depth,
            Sort = [SortKey.Score, new SortKey(PassageFields.Id)],
            Ranking = ranking == PassageRanking.Default ? Features : null,
        });
        return new RankedList(results.Hits.Select(hit => new KeyValuePair<string, float>(
            _snapshot.Stored(hit.Address.Segment, hit.Address.DocId)[PassageFields.Id] ?? "", hit.Score)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _storage.Dispose();
    }

    /// <summary>The product's own ranking; a collection has no headings.</summary>
    private static RankingFeatures Features { get; } = PassageRankings.Features with
    {
        Fields = [.. PassageRankings.Features.Fields.Where(field => field.Field == PassageFields.Title)],
    };

    /// <summary>A question is text, not a query: a bracket or a question mark in it is no operator.</summary>
    private BooleanQuery? Words(string question, Occur occur)
    {
        var tokens = new TokenBuffer();
        _analyzer.Analyze(question, tokens);
        List<BooleanClause> clauses = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            string word = question.Substring(tokens[i].Start, tokens[i].Length);
            clauses.Add(new BooleanClause(occur, new TermQuery(null, word)));
        }

        return clauses.Count == 0 ? null : new BooleanQuery([.. clauses]);
    }
}
