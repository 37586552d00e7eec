using System.Diagnostics;
using Search.Bench.Inputs;
using Search.Bench.Measuring;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Bench.Engines;

/// <summary>The project's own engine over prepared passages: one text field without stems.</summary>
internal sealed class OwnEngine : IDisposable
{
    private const string Field = "text";

    /// <summary>Lucene's default: its fuzzy queries expand to the 50 best terms.</summary>
    private const int FuzzyExpansions = 50;

    private readonly IndexSnapshot _snapshot;
    private readonly DiskStorage _storage;
    private readonly IndexSearcher _searcher;

    private OwnEngine(DiskStorage storage, IndexSnapshot snapshot)
    {
        _storage = storage;
        _snapshot = snapshot;
        _searcher = new IndexSearcher(snapshot, new SearchLimits { MaxFuzzyExpansions = FuzzyExpansions });
    }

    /// <summary>Indexes prepared passages into an empty folder and merges them into one segment.</summary>
    /// <param name="passages">What to index.</param>
    /// <param name="storesText">Whether the raw texts are stored.</param>
    /// <param name="folder">Where the index goes.</param>
    public static IndexingResult Index(PreparedPassages passages, bool storesText, string folder)
    {
        using var memory = new AnonymousMemory();
        using DiskStorage storage = DiskStorage.Open(folder);
        using IndexWriter writer = IndexWriter.Open(storage, Schema(storesText));
        long start = Stopwatch.GetTimestamp();
        var document = new IndexDocument();
        using IEnumerator<string> raw = File.ReadLines(passages.RawPath).GetEnumerator();
        long count = 0;
        foreach (string tokens in File.ReadLines(passages.TokensPath))
        {
            document.Clear();
            document.Add(Field, tokens);
            if (storesText && raw.MoveNext())
            {
                document.Add("raw", raw.Current);
            }

            writer.Add(document);
            count++;
        }

        writer.Commit();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        writer.MergeAll();
        writer.Commit();
        long bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        return new IndexingResult(count, seconds, bytes, 0, memory.PeakKilobytes);
    }

    /// <summary>Opens an index for searching.</summary>
    public static OwnEngine Open(string folder, bool storesText)
    {
        DiskStorage storage = DiskStorage.Open(folder);
        IndexSnapshot snapshot = IndexSnapshot.TryOpen(storage, Schema(storesText))
            ?? throw new InvalidOperationException($"'{folder}' holds no index.");
        return new OwnEngine(storage, snapshot);
    }

    /// <summary>The request of a query, made once: parsing is not what is measured.</summary>
    public static SearchRequest Prepare(ClassQuery query, bool needsTotal) =>
        new() { Query = Tree(query), Limit = 10, NeedsTotal = needsTotal };

    /// <summary>Runs a request once.</summary>
    public QueryTiming Run(SearchRequest request)
    {
        long start = Stopwatch.GetTimestamp();
        SearchResults results = _searcher.Search(request);
        long nanoseconds = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        ScoredDoc[] top = [.. results.Hits.Select(hit => new ScoredDoc(hit.Address.DocId, hit.Score))];
        return new QueryTiming(results.Total, nanoseconds, top);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _storage.Dispose();
    }

    private static IndexSchema Schema(bool storesText)
    {
        List<FieldDefinition> fields = [new(Field, FieldKind.Text, HasStems: false)];
        if (storesText)
        {
            fields.Add(new("raw", FieldKind.StoredOnly, IsStored: true));
        }

        return new IndexSchema(fields, Field, _ => WhitespaceAnalyzer.Instance);
    }

    private static Query Tree(ClassQuery query) => query.Class switch
    {
        "and" => Join(query.Words, Occur.Must),
        "or" or "or5" => Join(query.Words, Occur.Should),
        "phrase" or "phrase_common" => new PhraseQuery(
            null, [.. query.Words.Select(word => new PhraseWord(word, WordForm.Exact))], 0, WordForm.Exact),
        "prefix" => new PrefixQuery(null, query.Words[0].TrimEnd('*')),
        "wildcard" => new WildcardQuery(null, query.Words[0]),
        "fuzzy1" => new FuzzyQuery(null, query.Words[0], 1),
        "fuzzy2" => new FuzzyQuery(null, query.Words[0], 2),
        _ => Word(query.Words[0]),
    };

    private static BooleanQuery Join(IReadOnlyList<string> words, Occur occur) =>
        new([.. words.Select(word => new BooleanClause(occur, Word(word)))]);

    private static TermQuery Word(string word) => new(null, word, WordForm.Exact);
}
