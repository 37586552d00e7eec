namespace Search.Passages.Documents;

/// <summary>Which documents to list.</summary>
public sealed record DocumentsRequest
{
    /// <summary>Order; ties go by id.</summary>
    public DocumentSort Sort { get; init; } = DocumentSort.Id;

    /// <summary>Most documents in one answer, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on: <see cref="DocumentsResponse.Next"/> of the answer before.</summary>
    public string? Cursor { get; init; }
}

/// <summary>Order of documents.</summary>
public enum DocumentSort
{
    /// <summary>By id.</summary>
    Id,

    /// <summary>By title, without regard to case.</summary>
    Title,

    /// <summary>Oldest first, undated last.</summary>
    DateAscending,

    /// <summary>Newest first, undated last.</summary>
    DateDescending,
}

/// <summary>One page of the list of documents.</summary>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Total">Documents in all.</param>
/// <param name="Documents">Those of this page, in order.</param>
/// <param name="Next">Cursor of the next page; null behind the last.</param>
public sealed record DocumentsResponse(
    long Generation, int Total, IReadOnlyList<DocumentFacts> Documents, string? Next);
