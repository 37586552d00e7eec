using Search.Passages.Search;

namespace Search.Service.Pages;

/// <summary>What is around the content of a page.</summary>
/// <param name="Title">Title of the window, less the program's name.</param>
/// <param name="Catalogue">What names things.</param>
internal sealed record PageHead(string Title, Catalogue Catalogue)
{
    /// <summary>The search that fills the box at the top; null leaves the box out.</summary>
    public PassageRequest? Request { get; init; } = new();

    /// <summary>Address of the entry of the navigation that is shown as the current one.</summary>
    public string? Section { get; init; }

    /// <summary>Class of the body.</summary>
    public string? Kind { get; init; }

    /// <summary>Address of the same content as JSON.</summary>
    public string? Json { get; init; }

    /// <summary>Whether search engines of the web should leave the page alone.</summary>
    public bool IsUnlisted { get; init; }
}
