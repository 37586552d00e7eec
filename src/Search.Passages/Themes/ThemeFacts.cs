namespace Search.Passages.Themes;

/// <summary>The themes of the scheme and how often each was given.</summary>
/// <param name="Generation">The generation that was counted.</param>
/// <param name="Scheme">Version of the scheme that tagged it.</param>
/// <param name="Themes">In the scheme's order.</param>
public sealed record ThemesResponse(long Generation, string Scheme, IReadOnlyList<ThemeFacts> Themes);

/// <summary>One theme.</summary>
/// <param name="Id">Id, such as <c>rights</c>.</param>
/// <param name="Label">Name to show.</param>
/// <param name="Colour">Colour to show it in (CSS), or null.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Paragraphs">Paragraphs, items and footnotes that carry it.</param>
/// <param name="Documents">Documents with at least one of these.</param>
public sealed record ThemeFacts(
    string Id, string Label, string? Colour, string? Definition, long Paragraphs, int Documents);
