using Search.Passages.Search;

namespace Search.Passages.Documents;

/// <summary>What is known about one document of the index.</summary>
public record DocumentFacts
{
    /// <summary>Id: its path without extension, lower case, other characters as <c>-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Path within the corpus folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Date, ISO, cut to what is known.</summary>
    public string? Date { get; init; }

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Type, such as <c>statement</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Main language (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; init; }

    /// <summary>Licence.</summary>
    public string? Licence { get; init; }

    /// <summary>What it was read as, such as <c>pdf</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Units of all kinds.</summary>
    public required int Units { get; init; }

    /// <summary>Units that a search counts unless told otherwise: paragraphs, items and footnotes.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Themes of its paragraphs, items and footnotes, largest first, ties by id.</summary>
    public IReadOnlyList<FacetCount> Themes { get; init; } = [];

    /// <summary>Where to go on from here.</summary>
    public DocumentLinks Links => new($"/api/v1/documents/{Id}", $"/documents/{Id}");
}

/// <summary>Addresses on this server.</summary>
/// <param name="Self">The document, as JSON.</param>
/// <param name="Html">The document's page.</param>
public sealed record DocumentLinks(string Self, string Html);
