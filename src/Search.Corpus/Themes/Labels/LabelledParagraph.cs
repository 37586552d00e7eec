namespace Search.Corpus.Themes.Labels;

/// <summary>A paragraph whose themes a reader has settled.</summary>
/// <param name="Id">Id, unique in its file.</param>
/// <param name="Text">The paragraph's text.</param>
/// <param name="Title">Title of its document; empty where unknown.</param>
/// <param name="Themes">Ids of the themes it carries.</param>
public sealed record LabelledParagraph(string Id, string Text, string Title, IReadOnlyList<string> Themes)
{
    /// <summary>
    /// The document it is from; paragraphs of one are never on both sides of a trial. Its id where not given.
    /// </summary>
    public string Document { get; init; } = Id;

    /// <summary>Where it comes from, such as <c>real</c> or <c>written</c>; empty where not given.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The headings above it, or null.</summary>
    public string? Heading { get; init; }

    /// <summary>Whether it carries a theme.</summary>
    public bool Carries(string theme) => Themes.Contains(theme, StringComparer.Ordinal);
}
