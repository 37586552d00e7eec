using Search.Engine;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Storage;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;
using Search.Passages.Suggestions;
using Search.Passages.Synonyms;
using Search.Queries.Trees;

namespace Search.Passages.Generations;

/// <summary>
/// One generation, open for reading: the engine's snapshot, and what is known of the folder it was built from.
/// Counted: it starts with one holder, and closes with the last, so that it can be swapped while searches run over
/// it.
/// </summary>
internal sealed class Generation : IDisposable
{
    private const string StateKey = "state";
    private const string LanguagesKey = "languages";
    private const int Attempts = 3;
    private readonly IndexSnapshot _snapshot;
    private readonly FileStream _stateFile;
    private readonly Lazy<CorpusState> _state;
    private readonly StateFiles _states;
    private SuggestionTable? _suggestions;
    private int _holders = 1;

    private Generation(
        IndexSnapshot snapshot, StateFiles states, string stateName, PassageIndexOptions? options)
    {
        SearchLimits? limits = options?.ToLimits();
        _snapshot = snapshot;
        _states = states;
        _stateFile = states.OpenState(stateName);
        _state = new Lazy<CorpusState>(() => StateFiles.Read(_stateFile));
        StateName = stateName;
        Searcher = new IndexSearcher(snapshot, limits);
        Vocabulary = new Vocabulary(snapshot, limits);
        Schema = snapshot.Schema;
    }

    /// <summary>Its number: 1 for the first, then one more each time.</summary>
    public long Number => _snapshot.Commit.Generation;

    /// <summary>Name of the state that belongs to it.</summary>
    public string StateName { get; }

    /// <summary>What is known of the folder; read when first asked for.</summary>
    /// <exception cref="IndexCorruptException">It cannot be read.</exception>
    public CorpusState State => _state.Value;

    /// <summary>The schema, with the languages that its paragraphs have.</summary>
    public IndexSchema Schema { get; }

    /// <summary>Searches it.</summary>
    public IndexSearcher Searcher { get; }

    /// <summary>Its words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The synonyms that its queries are read with: those that the file had when it was opened.</summary>
    public SynonymTable Synonyms { get; private init; } = SynonymTable.Empty;

    /// <summary>What queries are completed from; null where it is missing. Read when first asked for.</summary>
    public SuggestionTable? Suggestions => _suggestions ??= _states.ReadSuggestions(StateName);

    /// <summary>Why the file of synonyms could not be taken; null where it could.</summary>
    public string? SynonymProblem { get; private init; }

    /// <summary>Opens the last commit; null where there is none.</summary>
    /// <param name="storage">The index.</param>
    /// <param name="states">What is kept beside it.</param>
    /// <param name="options">Limits of searches and the place of the synonyms; null to search nothing.</param>
    /// <exception cref="IndexCorruptException">It cannot be read.</exception>
    /// <exception cref="IndexSchemaMismatchException">It was written with another schema.</exception>
    public static Generation? TryOpen(
        DiskStorage storage, StateFiles states, PassageIndexOptions? options = null)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return OpenOnce(storage, states, options);
            }
            catch (IndexCorruptException) when (attempt < Attempts)
            {
                // Another process may have committed, and swept what was old, since the commit was read.
            }
        }
    }

    private static Generation? OpenOnce(DiskStorage storage, StateFiles states, PassageIndexOptions? options)
    {
        IndexSnapshot? snapshot = IndexSnapshot.TryOpen(storage, PassageSchema.Schema);
        string languages = snapshot?.Commit.UserData.GetValueOrDefault(LanguagesKey) ?? "";
        if (languages.Length > 0)
        {
            // The languages are known only once it is open, and opening is cheap.
            snapshot?.Dispose();
            snapshot = IndexSnapshot.TryOpen(storage, PassageSchema.For(languages.Split(' ')));
        }

        if (snapshot is null)
        {
            return null;
        }

        try
        {
            string name = snapshot.Commit.UserData.GetValueOrDefault(StateKey)
                ?? throw new IndexCorruptException("commit", "data", "it names no state of the folder");
            (SynonymTable synonyms, string? problem) = LoadSynonyms(options);
            return new Generation(snapshot, states, name, options)
            {
                Synonyms = synonyms,
                SynonymProblem = problem,
            };
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    // A mistake in the file must not keep what is indexed from being searched: the next run will refuse it by name.
    private static (SynonymTable Table, string? Problem) LoadSynonyms(PassageIndexOptions? options)
    {
        try
        {
            return (options is null ? SynonymTable.Empty : SynonymFile.Load(options), null);
        }
        catch (Exception e) when (e is SynonymFileException or IOException or UnauthorizedAccessException)
        {
            return (SynonymTable.Empty, e.Message);
        }
    }

    /// <summary>What a commit keeps beside the documents.</summary>
    /// <param name="stateName">Name of the state.</param>
    /// <param name="state">The state.</param>
    public static IReadOnlyDictionary<string, string> Data(string stateName, CorpusState state)
    {
        IEnumerable<string> languages = state.Files.SelectMany(file => file.Document?.Languages ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);
        return new Dictionary<string, string>
        {
            [StateKey] = stateName,
            [LanguagesKey] = string.Join(' ', languages),
        };
    }

    /// <summary>The stored values of a document of the engine.</summary>
    public StoredDocument Stored(DocAddress address) => _snapshot.Stored(address.Segment, address.DocId);

    /// <summary>The units of a document in reading order; all of them, or those of a range of numbers.</summary>
    public IReadOnlyList<StoredDocument> Units(string documentId, RangeQuery? numbers = null)
    {
        var inDocument = new TermQuery(PassageFields.Document, documentId, WordForm.Exact);
        SearchResults results = Searcher.Search(new SearchRequest
        {
            Query = new ConstantScoreQuery(inDocument, 1),
            Filters = numbers is null ? [] : [new SearchFilter(PassageFields.Number, numbers)],
            Sort = [new SortKey(PassageFields.Number)],
            Limit = int.MaxValue,
        });
        return [.. results.Hits.Select(hit => Stored(hit.Address))];
    }

    /// <summary>Adds a holder; false where the last one has gone.</summary>
    public bool TryAcquire()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Takes a holder away.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _stateFile.Dispose();
            _snapshot.Dispose();
        }
    }
}
