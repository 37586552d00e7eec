using Search.Corpus.Themes.Models;

namespace Search.Passages.Themes;

/// <summary>One theme with all that is known of it.</summary>
/// <param name="Generation">The generation that was counted.</param>
/// <param name="Scheme">Version of the scheme that tagged it.</param>
/// <param name="Id">Id, such as <c>rights</c>.</param>
/// <param name="Label">Name to show.</param>
/// <param name="Colour">Colour to show it in (CSS), or null.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Paragraphs">Paragraphs, items and footnotes that carry it.</param>
/// <param name="Documents">Documents with at least one of these.</param>
/// <param name="Rules">What finds it; empty where the scheme's file has changed since.</param>
/// <param name="Quality">
/// How well it was found by cross-validation when the model was trained, or null where it was not.
/// </param>
/// <param name="Receipt">What the model was learnt from and how, a line each; empty without a model.</param>
public sealed record ThemeView(
    long Generation,
    string Scheme,
    string Id,
    string Label,
    string? Colour,
    string? Definition,
    long Paragraphs,
    int Documents,
    IReadOnlyList<ThemeRuleView> Rules,
    ThemeQualityView? Quality,
    IReadOnlyList<string> Receipt);

/// <summary>One rule of a theme.</summary>
/// <param name="Id">Id, as in the evidence of tags.</param>
/// <param name="Query">The query as written, with the scheme's words put in.</param>
/// <param name="Weight">The weight written for it.</param>
/// <param name="Note">Why it is there, or null.</param>
public sealed record ThemeRuleView(string Id, string Query, double Weight, string? Note);

/// <summary>How well a theme is found, as <see cref="MeasuredQuality"/> says.</summary>
public sealed record ThemeQualityView(double Precision, double Recall, double F1, double F1Low, double F1High);
