using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Search.Corpus.Themes.Schemes;

/// <summary>
/// Named parts of queries: <c>{name}</c> in a rule stands for the words listed under it, in parentheses.
/// </summary>
internal sealed partial class WordTable
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly SchemeNodes? _nodes;

    /// <summary>Reads the list.</summary>
    public WordTable(SchemeNodes nodes, YamlMappingNode map)
    {
        _nodes = nodes;
        foreach ((YamlNode key, _) in map.Children)
        {
            string name = ((YamlScalarNode)key).Value ?? "";
            _words[name] = PutInto(nodes.Text(map, name), key);
        }
    }

    private WordTable()
    {
    }

    /// <summary>No words.</summary>
    public static WordTable Empty { get; } = new();

    /// <summary>A query with its named parts put in.</summary>
    /// <exception cref="ThemeSchemeException">A name is not listed, or only further down.</exception>
    public string PutInto(string query, YamlNode place) => Named().Replace(query, match =>
        _words.TryGetValue(match.Groups[1].Value, out string? words)
            ? $"({words})"
            : throw (_nodes ?? new SchemeNodes("")).Error(
                place, $"{match.Value} needs an entry above it under 'words' ({string.Join(", ", _words.Keys)})."));

    [GeneratedRegex(@"\{([a-z][a-z0-9-]*)\}")]
    private static partial Regex Named();
}
