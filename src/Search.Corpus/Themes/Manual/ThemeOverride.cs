namespace Search.Corpus.Themes.Manual;

/// <summary>A tag set by hand: it beats what the scheme says.</summary>
/// <param name="Paragraph">First hexadecimal digits of the paragraph's content hash, lower case; 12 or more.</param>
/// <param name="Theme">Id of the theme.</param>
/// <param name="IsGiven">Whether the paragraph carries it.</param>
/// <param name="Who">Who decided; empty where not said.</param>
/// <param name="Why">Why; empty where not said.</param>
public sealed record ThemeOverride(string Paragraph, string Theme, bool IsGiven, string Who, string Why);
