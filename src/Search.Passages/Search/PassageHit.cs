namespace Search.Passages.Search;

/// <summary>One passage: a hit of a search, or a unit of a document that was asked for.</summary>
public record PassageHit
{
    /// <summary>Address of the paragraph: <c>{document}~{hash}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its document.</summary>
    public required string Document { get; init; }

    /// <summary>Title of its document.</summary>
    public required string Title { get; init; }

    /// <summary>Date of its document, ISO, cut to what is known.</summary>
    public string? Date { get; init; }

    /// <summary>Who issued its document.</summary>
    public string? Issuer { get; init; }

    /// <summary>Type of its document.</summary>
    public string? Type { get; init; }

    /// <summary>Language of the paragraph (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>Place in its document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Page it begins on.</summary>
    public int? Page { get; init; }

    /// <summary>Headings above it, outermost first, joined by " › ".</summary>
    public string? Heading { get; init; }

    /// <summary>The line that introduces the list of an item.</summary>
    public string? LeadIn { get; init; }

    /// <summary>The mark of a footnote, as printed.</summary>
    public string? Mark { get; init; }

    /// <summary>Kind, lower case.</summary>
    public required string Kind { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>What matched, in order of field and start; empty where nothing of the query is about words.</summary>
    public IReadOnlyList<PassageSpan> Spans { get; init; } = [];

    /// <summary>
    /// What of the text a list shows: all of it where it is short, else the sentences that hold what matched. In order,
    /// and empty where the passage was not searched for.
    /// </summary>
    public IReadOnlyList<PassageStretch> Snippet { get; init; } = [];

    /// <summary>Themes it carries, best first.</summary>
    public IReadOnlyList<PassageTheme> Themes { get; init; } = [];

    /// <summary>Score of the query; null where hits are not in order of relevance or it was not searched for.</summary>
    public double? Score { get; init; }

    /// <summary>Where to go on from here.</summary>
    public PassageLinks Links => new(
        $"/api/v1/paragraphs/{Id}", $"/api/v1/documents/{Document}", $"/documents/{Document}#{Id}");
}

/// <summary>Addresses on this server.</summary>
/// <param name="Self">The paragraph, as JSON.</param>
/// <param name="Document">Its document, as JSON.</param>
/// <param name="Html">The paragraph on the page of its document.</param>
public sealed record PassageLinks(string Self, string Document, string Html);

/// <summary>A stretch that matched.</summary>
/// <param name="Field">Field it lies in: <c>text</c>, <c>title</c> or <c>heading</c>.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Behind the last code point.</param>
public sealed record PassageSpan(string Field, int Start, int End);

/// <summary>A stretch of the text.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">Behind the last code point.</param>
public sealed record PassageStretch(int Start, int End);

/// <summary>A theme of a passage.</summary>
/// <param name="Id">Id of the theme.</param>
/// <param name="Score">Probability that the passage carries it; 1 where it was set by hand.</param>
/// <param name="Evidence">What decided it.</param>
public sealed record PassageTheme(string Id, double Score, IReadOnlyList<PassageEvidence> Evidence)
{
    /// <summary>Version of the scheme that gave it, or that was in force when it was set by hand.</summary>
    public string? Scheme { get; init; }

    /// <summary>Who set it by hand, and why; null where the scheme gave it.</summary>
    public PassageOverride? Override { get; init; }
}

/// <summary>A theme set by hand.</summary>
/// <param name="Who">Who decided; null where not said.</param>
/// <param name="Why">Why; null where not said.</param>
public sealed record PassageOverride(string? Who, string? Why);

/// <summary>Why a passage carries a theme; offsets in code points of the text, half-open.</summary>
public sealed record PassageEvidence(string Rule, int Start, int End);
