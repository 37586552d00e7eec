using Search.Corpus.Paragraphs;
using Search.Corpus.Themes;
using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>Gives units their themes by one scheme.</summary>
internal sealed class PassageTagger
{
    /// <summary>Whether the scheme is the one that the last generation was tagged with.</summary>
    public required bool IsUnchanged { get; init; }

    /// <summary>Changes when the scheme would give other tags.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The scheme's own version.</summary>
    public required string Version { get; init; }

    /// <summary>The themes.</summary>
    public IReadOnlyList<KnownTheme> Themes { get; init; } = [];

    /// <summary>Loads the scheme.</summary>
    public static PassageTagger Load(PassageIndexOptions options, string corpus, CorpusState last) =>
        new() { Fingerprint = "", Version = options.Themes ?? corpus, IsUnchanged = last.SchemeFingerprint == "" };

    /// <summary>The themes of a unit, best first; those kinds that are not searched carry none.</summary>
    public IReadOnlyList<ThemeTag> Tag(Paragraph unit, string title)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(title);
        return IsUnchanged && Themes.Count > 0 ? [new ThemeTag(Themes[0].Id, 1, [])] : [];
    }
}
