namespace Search.Passages.Themes;

/// <summary>One tag of one passage, as it is exported.</summary>
/// <param name="Paragraph">Id of the passage.</param>
/// <param name="ContentHash">First digits of the hash of its text: what <c>overrides.csv</c> knows it by.</param>
/// <param name="Document">Id of its document.</param>
/// <param name="Title">Title of its document.</param>
/// <param name="Date">Date of its document, or null.</param>
/// <param name="Issuer">Issuer of its document, or null.</param>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Page">Page it begins on, or null.</param>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Score">Probability that the passage carries the theme; 1 where it was set by hand.</param>
/// <param name="Source"><c>scheme</c>, or <c>override</c> where it was set by hand.</param>
/// <param name="Evidence">The words that decided it; empty where it was set by hand.</param>
/// <param name="Scheme">Version of the scheme that gave it, or that was in force when it was set by hand.</param>
/// <param name="OverrideWho">Who set it by hand, or null.</param>
/// <param name="OverrideWhy">Why it was set by hand, or null.</param>
/// <param name="Text">Text of the passage.</param>
public sealed record ThemeTagRow(
    string Paragraph,
    string ContentHash,
    string Document,
    string Title,
    string? Date,
    string? Issuer,
    int Number,
    int? Page,
    string Theme,
    double Score,
    string Source,
    IReadOnlyList<ThemeTagWords> Evidence,
    string? Scheme,
    string? OverrideWho,
    string? OverrideWhy,
    string Text);

/// <summary>Words that decided a tag.</summary>
/// <param name="Rule">Id of the rule; <c>words</c> where the trained weights of words did.</param>
/// <param name="Start">First code point in the text.</param>
/// <param name="End">Behind the last code point.</param>
/// <param name="Words">The words.</param>
public sealed record ThemeTagWords(string Rule, int Start, int End, string Words);
