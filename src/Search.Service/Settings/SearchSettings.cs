using Microsoft.Extensions.Configuration;
using Search.Corpus.Documents;
using Search.Passages;

namespace Search.Service.Settings;

/// <summary>
/// All settings of the program. They come from <c>appsettings.json</c> beside the program, then the one in the working
/// directory, then the environment (<c>Search__Section__Key</c>), then flags; the later wins.
/// </summary>
public sealed record SearchSettings
{
    /// <summary>Folder of the documents.</summary>
    public string CorpusFolder { get; init; } = "corpus";

    /// <summary>Folder of the index.</summary>
    public string IndexFolder { get; init; } = "index";

    /// <summary>
    /// The theme scheme; null for <c>themes.yaml</c> of the corpus, or the scheme that ships with the program.
    /// </summary>
    public string? ThemeScheme { get; init; }

    /// <summary>Addresses to listen on, parted by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Whether bare words also find their other spellings and synonyms, unless a request says.</summary>
    public bool UsesSynonyms { get; init; } = true;

    /// <summary>When the folder is indexed again.</summary>
    public ReindexSettings Reindex { get; init; } = new();

    /// <summary>What a caller may ask for.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>Limits under which documents are read.</summary>
    public CorpusOptions Documents { get; init; } = new();

    /// <summary>Keys below <c>Search:</c> that are no setting: misspelt, most likely.</summary>
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];

    /// <summary>Reads the settings from where they are kept.</summary>
    /// <param name="flags">What the command line says: full key, such as <c>Search:Corpus:Folder</c>, to value.</param>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    public static SearchSettings Load(IReadOnlyDictionary<string, string?>? flags = null) =>
        Read(SettingsSource.Build(flags));

    /// <summary>What of the settings concerns the index.</summary>
    public PassageIndexOptions ToIndexOptions() => new()
    {
        Corpus = CorpusFolder,
        Index = IndexFolder,
        Themes = ThemeScheme,
        Limits = Documents,
        MaxQueryLength = Limits.QueryLength,
        MaxQueryClauses = Limits.QueryClauses,
        MaxExpansions = Limits.Expansions,
        MaxOpenExpansions = Limits.PhraseExpansions,
        MaxFuzzyExpansions = Limits.FuzzyExpansions,
        MaxSearchTime = TimeSpan.FromMilliseconds(Limits.SearchMilliseconds),
        UsesSynonyms = UsesSynonyms,
    };

    /// <summary>Reads the settings out of a configuration.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    internal static SearchSettings Read(IConfiguration configuration)
    {
        SearchSettings defaults = new();
        SettingsReader reader = new(configuration);
        SearchSettings settings = new()
        {
            CorpusFolder = reader.Text("Corpus:Folder", defaults.CorpusFolder),
            IndexFolder = reader.Text("Index:Folder", defaults.IndexFolder),
            ThemeScheme = reader.Text("Themes:Scheme", "") is { Length: > 0 } scheme ? scheme : null,
            Urls = reader.Text("Server:Urls", defaults.Urls),
            UsesSynonyms = reader.Switch("Query:Synonyms", defaults.UsesSynonyms),
            Reindex = ReindexSettings.Read(reader),
            Limits = LimitSettings.Read(reader),
            Documents = DocumentSettings.Read(reader),
        };
        return settings with { UnknownKeys = reader.Unknown() };
    }
}
