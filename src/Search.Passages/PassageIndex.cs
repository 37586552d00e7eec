using Search.Corpus.Themes;
using Search.Engine;
using Search.Passages.Documents;
using Search.Passages.Generations;
using Search.Passages.Indexing;
using Search.Passages.Indexing.States;
using Search.Passages.Search;
using Search.Passages.Suggestions;
using Search.Passages.Synonyms;
using Search.Passages.Themes;

namespace Search.Passages;

/// <summary>
/// The passages of a corpus: searched over the last generation while the next one is built. Safe for use by several
/// threads. Every answer comes from one generation and names it.
/// </summary>
public sealed class PassageIndex : IDisposable
{
    private readonly PassageIndexOptions _options;
    private readonly GenerationShelf _shelf;
    private readonly IndexRuns _runs;

    private PassageIndex(PassageIndexOptions options, TimeProvider time)
    {
        _options = options;
        _shelf = new GenerationShelf(options, time);
        _runs = new IndexRuns(options, time);
    }

    /// <summary>
    /// Opens the last generation, where there is one that can be read; otherwise the next re-index builds it.
    /// </summary>
    public static PassageIndex Open(PassageIndexOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PassageIndex(options, time ?? TimeProvider.System);
    }

    /// <summary>The generation that answers; null before the first.</summary>
    public long? Generation => _shelf.Newest;

    /// <summary>Searches.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public PassageResponse Search(PassageRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var search = new PassageSearch(request, _options);
        using Generation generation = Acquire(search.Cursor);
        return search.Run(generation, cancellation);
    }

    /// <summary>
    /// Says how a query is read, without searching: of the request, only what says how is looked at. Before the first
    /// generation there are no words that a pattern could come to, and no synonyms.
    /// </summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    public ParseResponse Parse(PassageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var search = new PassageSearch(request, _options);
        using Generation? generation = _shelf.Acquire();
        return search.Parse(generation);
    }

    /// <summary>
    /// Answers a few questions for nobody, so that the first that is asked does not wait for what is done but once.
    /// </summary>
    public void WarmUp()
    {
        try
        {
            if (Generation is not null)
            {
                _ = Suggest("a", 1);
                _ = Search(new PassageRequest { Q = "a", Limit = 1 });
            }
        }
        catch (Exception e) when (e is IndexCorruptException or IndexNotReadyException or IOException)
        {
            // Whoever asks a question will be told.
        }
    }

    /// <summary>Completes a query that is being written.</summary>
    /// <param name="query">The query so far.</param>
    /// <param name="limit">Most completions.</param>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public SuggestResponse Suggest(string query, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        using Generation generation = Acquire(null);
        return new SuggestResponse(
            generation.Number,
            query,
            generation.Suggestions is SuggestionTable table ? QuerySuggester.Complete(table, query, limit) : []);
    }

    /// <summary>
    /// Every passage that matches, in no order, without spans and scores: for exports and for measuring. Limit, order
    /// and facets of the request are not looked at. All of it comes from one generation, which stays open meanwhile.
    /// </summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public IEnumerable<PassageHit> All(PassageRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var search = new PassageSearch(request, _options);
        return Stream(search, Acquire(null), cancellation);
    }

    /// <summary>A paragraph with its neighbours; null where there is none of that id.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public ParagraphView? Paragraph(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using Generation generation = Acquire(null);
        return ParagraphViews.Find(generation, id);
    }

    /// <summary>The documents, page by page.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public DocumentsResponse Documents(DocumentsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PassageCursor? cursor = DocumentList.Check(request);
        using Generation generation = Acquire(cursor);
        return new DocumentList(generation).Page(request, cursor);
    }

    /// <summary>A document with all its units; null where there is none of that id.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public DocumentView? Document(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using Generation generation = Acquire(null);
        DocumentFacts? facts = new DocumentList(generation).Find(id);
        if (facts is null)
        {
            return null;
        }

        var maker = new PassageHits(generation.Schema);
        return new DocumentView(
            facts, generation.Number, [.. generation.Units(id).Select(unit => maker.Make(unit, score: null))]);
    }

    /// <summary>The themes of the generation and their counts.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public ThemesResponse Themes()
    {
        using Generation generation = Acquire(null);
        CorpusState state = generation.State;
        KnownDocument[] documents = [.. state.Files.Select(file => file.Document).OfType<KnownDocument>()];
        return new ThemesResponse(
            generation.Number,
            state.SchemeVersion,
            [
                .. state.Themes.Select(theme => new ThemeFacts(
                    theme.Id,
                    theme.Label,
                    theme.Colour,
                    theme.Definition,
                    documents.Sum(document => (long)document.Themes.GetValueOrDefault(theme.Id)),
                    documents.Count(document => document.Themes.ContainsKey(theme.Id)))),
            ]);
    }

    /// <summary>What became of each file of the folder, by path, as of the generation.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public IReadOnlyList<FileReport> Files()
    {
        using Generation generation = Acquire(null);
        return FileReports.Make(generation.State);
    }

    /// <summary>Sums over the generation.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public IndexStatistics Statistics()
    {
        using Generation generation = Acquire(null);
        return StatisticsReader.Read(generation, _options.Index);
    }

    /// <summary>
    /// The theme scheme that a corpus is tagged by: the one named, or its own <c>themes.yaml</c>, or the one that
    /// ships with the program; null where there is none.
    /// </summary>
    public static string? SchemePath(PassageIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PassageTagger.SchemePath(options);
    }

    /// <summary>How the index stands; never fails.</summary>
    public IndexStatus Status()
    {
        using Generation? generation = _shelf.Acquire();
        return _runs.Complete(StatusReader.Read(generation), _shelf.Problem ?? generation?.SynonymProblem);
    }

    /// <summary>
    /// Brings the index up to date with the folder and swaps the new generation in. Does nothing where nothing changed.
    /// Cancellation leaves the last generation whole.
    /// </summary>
    /// <exception cref="ReindexRunningException">One is under way already.</exception>
    /// <exception cref="ThemeSchemeException">The theme scheme is wrong; the last generation stands.</exception>
    /// <exception cref="SynonymFileException">The file of synonyms is wrong; the last generation stands.</exception>
    /// <exception cref="IOException">
    /// The folder of the corpus cannot be read, or the index cannot be written.
    /// </exception>
    public Task<IndexRun> ReindexAsync(
        IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync(isRebuild: false, progress, cancellation);

    /// <summary>Does what <see cref="ReindexAsync"/> does, and reads every file again, changed or not.</summary>
    /// <exception cref="ReindexRunningException">One is under way already.</exception>
    /// <exception cref="ThemeSchemeException">The theme scheme is wrong; the last generation stands.</exception>
    /// <exception cref="SynonymFileException">The file of synonyms is wrong; the last generation stands.</exception>
    /// <exception cref="IOException">
    /// The folder of the corpus cannot be read, or the index cannot be written.
    /// </exception>
    public Task<IndexRun> RebuildAsync(
        IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync(isRebuild: true, progress, cancellation);

    /// <summary>Reads every byte of the last commit and of what is kept beside it.</summary>
    /// <exception cref="IndexCorruptException">Something is wrong: names file and section.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public IndexVerification Verify(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(_options.Index))
        {
            throw NotReady();
        }

        return IndexVerification.Run(_options.Index, progress, cancellation) ?? throw NotReady();
    }

    /// <summary>Closes the index; a running re-index must have been cancelled before.</summary>
    public void Dispose() => _shelf.Dispose();

    private static IEnumerable<PassageHit> Stream(
        PassageSearch search, Generation generation, CancellationToken cancellation)
    {
        using (generation)
        {
            foreach (PassageHit hit in search.All(generation, cancellation))
            {
                yield return hit;
            }
        }
    }

    private async Task<IndexRun> RunAsync(
        bool isRebuild, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        IndexRun run = await _runs.RunAsync(isRebuild, progress, cancellation).ConfigureAwait(false);
        _shelf.Refresh();
        using Generation? generation = _shelf.Acquire();
        _ = generation?.Suggestions;
        return run;
    }

    private Generation Acquire(PassageCursor? cursor)
    {
        if (cursor is null)
        {
            return _shelf.Acquire() ?? throw NotReady();
        }

        return _shelf.Acquire(cursor.Generation)
            ?? throw (_shelf.Newest is null ? NotReady() : PassageCursor.Expired());
    }

    private IndexNotReadyException NotReady() => new(_shelf.Problem is string problem
        ? $"The index in '{_options.Index}' cannot be opened: {problem}"
        : $"'{_options.Index}' holds no index yet.");
}
