using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Search.Corpus.Paragraphs;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Manual;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>Gives units their themes by one scheme. Safe for use by several threads.</summary>
internal sealed class PassageTagger
{
    /// <summary>Changes with what is stored of a tag, so that paragraphs tagged before are tagged again.</summary>
    private const string TagShape = "-2";

    private readonly ThemeScheme? _scheme;
    private readonly ThemeOverrides _overrides;

    // A tagger of the corpus is owned by one thread; those that are free wait here.
    private readonly ConcurrentBag<ThemeTagger> _free = [];

    private PassageTagger(ThemeScheme? scheme, ThemeOverrides overrides, CorpusState last)
    {
        _scheme = scheme;
        _overrides = overrides;
        string byHand = string.Join('\n', overrides.Items);
        string given = scheme is null ? "" : scheme.Fingerprint + TagShape;
        Fingerprint = overrides.Items.Count == 0
            ? given
            : given + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(byHand)));
        IsUnchanged = Fingerprint == last.SchemeFingerprint;
    }

    /// <summary>Whether the scheme is the one that the last generation was tagged with.</summary>
    public bool IsUnchanged { get; }

    /// <summary>
    /// Changes when the scheme would give other tags, or others are set by hand; empty where there is neither.
    /// </summary>
    public string Fingerprint { get; }

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
        if (SchemePath(options) is not string path)
        {
            return new PassageTagger(null, ThemeOverrides.None, last);
        }

        ThemeScheme scheme = ThemeScheme.Load(path);
        return new PassageTagger(
            scheme, ThemeOverrides.Load(Path.Combine(options.Corpus, "overrides.csv"), scheme), last);
    }

    /// <summary>
    /// The themes of a unit, best first, with those set by hand in their place; kinds that are not searched carry none.
    /// </summary>
    /// <param name="id">Its address, which ends in the digest of its text.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="title">Title of its document.</param>
    public IReadOnlyList<ThemeTag> Tag(string id, Paragraph unit, string title)
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
        string digest = id[(id.LastIndexOf('~') + 1)..].Split('-')[0];
        tags = _overrides.Apply(tags, digest, unit.Text.Length);
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
