using Search.Corpus.Themes;
using Search.Service.Settings;

namespace Search.Service.Themes;

/// <summary>The rules of the scheme, for readers who want to see what finds a theme.</summary>
internal sealed class SchemeRules(SearchSettings settings)
{
    private const string FileName = "themes.yaml";

    private readonly Lock _lock = new();
    private string _version = "";
    private IReadOnlyList<ThemeDefinition> _themes = [];

    /// <summary>
    /// The themes with their rules; empty where the scheme's file is not of that version any more, or cannot be read.
    /// </summary>
    /// <param name="version">Version of the scheme that tagged the passages.</param>
    public IReadOnlyList<ThemeDefinition> Of(string version)
    {
        lock (_lock)
        {
            if (!_version.Equals(version, StringComparison.Ordinal))
            {
                (_version, _themes) = (version, Read(version));
            }

            return _themes;
        }
    }

    private IReadOnlyList<ThemeDefinition> Read(string version)
    {
        // Where the indexer looks: the corpus's own scheme, or else the one that ships with the program.
        string[] places =
        [
            Path.Combine(settings.CorpusFolder, FileName), Path.Combine(AppContext.BaseDirectory, FileName),
        ];
        string? path = Array.Find(places, File.Exists);
        try
        {
            ThemeScheme? scheme = path is null ? null : ThemeScheme.Load(path, modelPath: null);
            return scheme is not null && scheme.Version.Equals(version, StringComparison.Ordinal) ? scheme.Themes : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ThemeSchemeException)
        {
            // The passages were tagged by an earlier state of the file; the definitions of that one are still known.
            return [];
        }
    }
}
