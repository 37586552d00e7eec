using Search.Corpus.Themes;
using Search.Passages;
using Search.Service.Settings;

namespace Search.Service.Themes;

/// <summary>The scheme with its rules, for readers who want to see what finds a theme.</summary>
internal sealed class SchemeRules(SearchSettings settings)
{
    private readonly Lock _lock = new();
    private string _version = "";
    private ThemeScheme? _scheme;

    /// <summary>
    /// The scheme; null where its file is not of that version any more, or cannot be read.
    /// </summary>
    /// <param name="version">Version of the scheme that tagged the passages.</param>
    public ThemeScheme? Scheme(string version)
    {
        lock (_lock)
        {
            if (!_version.Equals(version, StringComparison.Ordinal))
            {
                (_version, _scheme) = (version, Read(version));
            }

            return _scheme;
        }
    }

    private ThemeScheme? Read(string version)
    {
        string? path = PassageIndex.SchemePath(settings.ToIndexOptions());
        try
        {
            ThemeScheme? scheme = path is null ? null : ThemeScheme.Load(path);
            return scheme is not null && scheme.Version.Equals(version, StringComparison.Ordinal) ? scheme : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ThemeSchemeException)
        {
            // The passages were tagged by an earlier state of the file; the definitions of that one are still known.
            return null;
        }
    }
}
