using System.Collections.Concurrent;
using Search.Corpus.Paragraphs;
using Search.Corpus.Themes;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>Gives units their themes by one scheme. Safe for use by several threads.</summary>
internal sealed class PassageTagger
{
    private readonly ThemeScheme? _scheme;

    // A tagger of the corpus is owned by one thread; those that are free wait here.
    private readonly ConcurrentBag<ThemeTagger> _free = [];

    private PassageTagger(ThemeScheme? scheme, CorpusState last)
    {
        _scheme = scheme;
        IsUnchanged = Fingerprint == last.SchemeFingerprint;
    }

    /// <summary>Whether the scheme is the one that the last generation was tagged with.</summary>
    public bool IsUnchanged { get; }

    /// <summary>Changes when the scheme would give other tags; empty without a scheme.</summary>
    public string Fingerprint => _scheme?.Fingerprint ?? "";

    /// <summary>The scheme's own version; empty without a scheme.</summary>
    public string Version => _scheme?.Version ?? "";

    /// <summary>The themes, in the scheme's order.</summary>
    public IReadOnlyList<KnownTheme> Themes =>
    [
        .. (_scheme?.Themes ?? [])
            .Select(theme => new KnownTheme(theme.Id, theme.Label, theme.Colour, theme.Definition)),
    ];

    /// <summary>Loads the scheme; without one nothing is tagged.</summary>
    /// <param name="options">Names a scheme, or leaves it to the corpus.</param>
    /// <param name="last">What the last generation knows.</param>
    /// <exception cref="ThemeSchemeException">Something in the scheme is wrong.</exception>
    /// <exception cref="IOException">The scheme cannot be read.</exception>
    public static PassageTagger Load(PassageIndexOptions options, CorpusState last)
    {
        string? path = SchemePath(options);
        return new PassageTagger(path is null ? null : ThemeScheme.Load(path), last);
    }

    /// <summary>The themes of a unit, best first; those kinds that are not searched carry none.</summary>
    public IReadOnlyList<ThemeTag> Tag(Paragraph unit, string title)
    {
        if (_scheme is null || !PassageKinds.Searched.Contains(PassageKinds.Name(unit.Kind)))
        {
            return [];
        }

        ThemeTagger tagger = _free.TryTake(out ThemeTagger? free) ? free : new ThemeTagger(_scheme);
        string? heading = unit.HeadingPath.Count == 0
            ? null
            : string.Join(PassageFields.HeadingSeparator, unit.HeadingPath);
        IReadOnlyList<ThemeTag> tags = tagger.Tag(unit.Text, title, heading, unit.Language);
        _free.Add(tagger);
        return [.. tags.OrderByDescending(tag => tag.Score).ThenBy(tag => tag.Theme, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The scheme that is named, or else the corpus's own, or else the one beside the program; null for none.
    /// </summary>
    internal static string? SchemePath(PassageIndexOptions options)
    {
        const string FileName = "themes.yaml";
        string[] places = [Path.Combine(options.Corpus, FileName), Path.Combine(AppContext.BaseDirectory, FileName)];
        return options.Themes ?? Array.Find(places, File.Exists);
    }
}
