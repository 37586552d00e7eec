using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;
using Search.Corpus.Documents.Formats;
using Search.Corpus.Documents.Metadata;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Documents;

/// <summary>
/// Reads files of a corpus folder into documents, each under the folder's limits. A file that cannot be read becomes a
/// failure with a reason; nothing is thrown but cancellation. Safe to call from several threads at once.
/// </summary>
public sealed class DocumentReader
{
    private readonly CorpusFolder _folder;

    /// <summary>Reads from a folder.</summary>
    public DocumentReader(CorpusFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
    }

    /// <summary>Reads one file of the folder, with what its manifest and sidecar say.</summary>
    public async Task<ReadResult> ReadAsync(CorpusFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        FolderMetadata metadata = _folder.Metadata;
        string path = Path.Combine(_folder.Root, file.RelativePath);
        return await GuardAsync(
            file.RelativePath,
            path,
            _folder.Options,
            warnings =>
            {
                MetadataValues? sidecar = null;
                if (metadata.SidecarOf(file.RelativePath) is string name)
                {
                    sidecar = SidecarFile.Read(Path.Combine(_folder.Root, name), warnings);
                }

                return (metadata.FromManifest(file.RelativePath), sidecar);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one file anywhere, without a manifest.</summary>
    public static Task<ReadResult> ReadFileAsync(
        string path,
        CorpusOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return GuardAsync(
            Path.GetFileName(path), Path.GetFullPath(path), options ?? new CorpusOptions(), _ => (null, null),
                cancellationToken);
    }

    [SuppressMessage(
        "Design", "CA1031", Justification = "the outermost handler: a fault in one file must not stop the others")]
    private static async Task<ReadResult> GuardAsync(
        string name,
        string path,
        CorpusOptions options,
        Func<List<string>, (MetadataValues? Manifest, MetadataValues? Sidecar)> lookUp,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using ReadingTime time = new(options.FileTimeout, cancellationToken);
        try
        {
            return await Task.Run(() => ReadResult.Of(Read(name, path, options, lookUp, time)), time.Token)
                .WaitAsync(time.Abandoned).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            (string code, string message) = Reason(e, time.Limit);
            return ReadResult.Of(new ReadFailure(CorpusFolder.Printable(name), code, message));
        }
    }

    private static (string Code, string Message) Reason(Exception e, TimeSpan limit) => e switch
    {
        ReadException read => (read.Code, read.Message),
        FileNotFoundException or DirectoryNotFoundException =>
            (ReasonCodes.Changed, "the file was removed before it was read"),
        UnauthorizedAccessException => (ReasonCodes.Unreadable, "permission to read the file is denied"),
        IOException => (ReasonCodes.Unreadable, $"the file cannot be read: {e.Message}"),
        TimeoutException or RegexMatchTimeoutException or OperationCanceledException =>
            (ReasonCodes.Timeout,
                string.Create(CultureInfo.InvariantCulture, $"not read within {limit.TotalSeconds:0.#} s")),
        XmlException => (ReasonCodes.Damaged, $"not well-formed: {e.Message}"),
        InvalidDataException => (ReasonCodes.Damaged, $"the archive is damaged: {e.Message}"),
        _ => (ReasonCodes.Internal, $"the reader failed: {e.GetType().Name}: {e.Message}"),
    };

    private static SourceDocument Read(
        string name,
        string path,
        CorpusOptions options,
        Func<List<string>, (MetadataValues? Manifest, MetadataValues? Sidecar)> lookUp,
        ReadingTime time)
    {
        List<string> warnings = [];
        byte[] bytes = FileBytes.Read(path, options);
        FormatResult result = ReadFormat(new FileContent(path, bytes, options, warnings, time));
        time.ThrowIfOver();
        IReadOnlyList<Paragraph> paragraphs = UnitAssembler.Assemble(result.Extraction.Blocks, time.Token);
        time.ThrowIfOver();
        if (paragraphs.Count == 0)
        {
            throw new ReadException(ReasonCodes.Empty, "there is no text in the file");
        }

        MetadataCollector metadata = new();
        (MetadataValues? manifest, MetadataValues? sidecar) = lookUp(warnings);
        metadata.Offer(manifest, MetadataOrigin.Manifest, warnings);
        metadata.Offer(sidecar, MetadataOrigin.Sidecar, warnings);
        metadata.Offer(result.FrontMatter, MetadataOrigin.FrontMatter, warnings);
        MetadataValues firstPage = FirstPage.Read(paragraphs);
        bool isPdf = result.Format == FileFormat.Pdf;
        MetadataValues? own = isPdf ? OwnMetadata.Believe(result.Own, firstPage, paragraphs) : result.Own;
        metadata.Offer(own, MetadataOrigin.File, warnings);
        metadata.Offer(firstPage, MetadataOrigin.FirstPage, warnings);
        return new SourceDocument(name, result.Format, metadata.Build(name), paragraphs, warnings)
        {
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Pages = result.Extraction.Pages,
            Encoding = result.Extraction.Encoding,
        };
    }

    private static FormatResult ReadFormat(FileContent file)
    {
        file.Cancellation.ThrowIfCancellationRequested();
        if (file.Bytes.Length == 0)
        {
            throw new ReadException(ReasonCodes.Empty, "the file is empty");
        }

        string format = FileFormat.Of(file.Path, file.Bytes);
        return format switch
        {
            FileFormat.Text => TextFormats.ReadText(file),
            FileFormat.Markdown => TextFormats.ReadMarkdown(file),
            FileFormat.Pdf => PdfFormat.Read(file),
            FileFormat.Html => MarkupFormats.ReadHtml(file),
            FileFormat.Xml => MarkupFormats.ReadXml(file),
            FileFormat.Zip => ArchiveFormats.Read(file),
            _ => throw new ReadException(ReasonCodes.UnsupportedFormat, $"{format} is not supported yet"),
        };
    }
}
