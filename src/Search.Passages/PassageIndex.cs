using Search.Passages.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Themes;

namespace Search.Passages;

/// <summary>
/// The passages of a corpus: searched over the last generation while the next one is built. Safe for use by several
/// threads. Every answer comes from one generation and names it.
/// </summary>
public sealed class PassageIndex : IDisposable
{
    private readonly PassageIndexOptions _options;
    private readonly TimeProvider _time;

    private PassageIndex(PassageIndexOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Opens the last generation, where there is one.</summary>
    /// <exception cref="IOException">The folder cannot be read, or the index in it is corrupt.</exception>
    public static PassageIndex Open(PassageIndexOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PassageIndex(options, time ?? TimeProvider.System);
    }

    /// <summary>The generation that answers; null before the first.</summary>
    public long? Generation { get; private set; }

    /// <summary>Searches.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public PassageResponse Search(PassageRequest request, CancellationToken cancellation = default) => throw NotReady();

    /// <summary>A paragraph with its neighbours; null where there is none of that id.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public ParagraphView? Paragraph(string id) => throw NotReady();

    /// <summary>The documents, page by page.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public DocumentsResponse Documents(DocumentsRequest request) => throw NotReady();

    /// <summary>A document with all its units; null where there is none of that id.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public DocumentView? Document(string id) => throw NotReady();

    /// <summary>The themes of the generation and their counts.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public ThemesResponse Themes() => throw NotReady();

    /// <summary>What became of each file of the folder, by path, as of the generation.</summary>
    /// <exception cref="IndexNotReadyException">There is no generation yet.</exception>
    public IReadOnlyList<FileReport> Files() => throw NotReady();

    /// <summary>How the index stands; never fails.</summary>
    public IndexStatus Status() => new() { IsReady = Generation is not null, Generation = Generation };

    /// <summary>
    /// Brings the index up to date with the folder and swaps the new generation in. Does nothing where nothing changed.
    /// Cancellation leaves the last generation whole.
    /// </summary>
    /// <exception cref="ReindexRunningException">One is under way already.</exception>
    /// <exception cref="IOException">The folder of the corpus cannot be read, or the index cannot be written.</exception>
    public Task<IndexRun> ReindexAsync(
        IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new IOException($"No documents could be read from '{_options.Corpus}' at {_time.GetUtcNow():O}.");

    /// <summary>Does what <see cref="ReindexAsync"/> does, and reads every file again, changed or not.</summary>
    /// <exception cref="ReindexRunningException">One is under way already.</exception>
    /// <exception cref="IOException">The folder of the corpus cannot be read, or the index cannot be written.</exception>
    public Task<IndexRun> RebuildAsync(
        IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        ReindexAsync(progress, cancellation);

    /// <summary>Closes the index; a running re-index must have been cancelled before.</summary>
    public void Dispose()
    {
    }

    private IndexNotReadyException NotReady() => new($"'{_options.Index}' holds no index yet.");
}
