using System.Diagnostics.CodeAnalysis;

namespace Search.Corpus.Documents;

/// <summary>What became of reading one file: a document or a failure, never both.</summary>
public sealed record ReadResult
{
    private ReadResult(SourceDocument? document, ReadFailure? failure)
    {
        Document = document;
        Failure = failure;
    }

    /// <summary>The document; null where the file could not be read.</summary>
    public SourceDocument? Document { get; }

    /// <summary>The failure; null where the file was read.</summary>
    public ReadFailure? Failure { get; }

    /// <summary>True where the file was read.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsRead => Document is not null;

    /// <summary>A file that was read.</summary>
    public static ReadResult Of(SourceDocument document) => new(document, null);

    /// <summary>A file that was not.</summary>
    public static ReadResult Of(ReadFailure failure) => new(null, failure);
}
