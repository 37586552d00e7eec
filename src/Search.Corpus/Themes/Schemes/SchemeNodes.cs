using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Search.Corpus.Themes.Schemes;

/// <summary>Takes YAML apart and says by file and line what it expected instead.</summary>
internal sealed class SchemeNodes(string file)
{
    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? node : null;

    /// <summary>An error at a node.</summary>
    public ThemeSchemeException Error(YamlNode node, string expected) =>
        new(file, (int)node.Start.Line, expected, column: (int)node.Start.Column);

    /// <summary>A mapping, of the given keys alone where any are given.</summary>
    public YamlMappingNode Map(YamlNode node, string what, params string[] keys)
    {
        if (node is not YamlMappingNode map)
        {
            throw Error(node, $"{what} was expected, as 'key: value' lines{Among(keys)}.");
        }

        foreach (YamlNode key in map.Children.Keys)
        {
            string? name = (key as YamlScalarNode)?.Value;
            if (name is null || (keys.Length > 0 && !keys.Contains(name, StringComparer.Ordinal)))
            {
                throw Error(key, $"{what} has no '{name}'{Among(keys)}.");
            }
        }

        return map;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(YamlMappingNode map, string key) =>
        OptionalText(map, key) is { Length: > 0 } text ? text
            : throw Error(map, $"'{key}: …' was expected, not empty.");

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(YamlMappingNode map, string key) => Find(map, key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value?.Trim(),
        { } other => throw Error(other, $"a text was expected behind '{key}:'."),
    };

    /// <summary>A whole number that must be there.</summary>
    public int Integer(YamlMappingNode map, string key) =>
        int.TryParse(Text(map, key), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Error(Find(map, key)!, $"a whole number was expected behind '{key}:'."); // Text found it

    /// <summary>A finite number that must be there.</summary>
    public double Number(YamlMappingNode map, string key) =>
        double.TryParse(Text(map, key), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : throw Error(Find(map, key)!, $"a number was expected behind '{key}:'."); // Text found it

    /// <summary>A list that must be there and hold something.</summary>
    public IEnumerable<YamlNode> Items(YamlMappingNode map, string key) =>
        Find(map, key) is YamlSequenceNode { Children.Count: > 0 } list
            ? list.Children
            : throw Error(Find(map, key) ?? map, $"a list was expected behind '{key}:', one '- …' a line at least.");

    /// <summary>A list of texts that may be missing.</summary>
    public IReadOnlyList<string> Texts(YamlMappingNode map, string key) => Find(map, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(node => node is YamlScalarNode { Value: { } text }
            ? text
            : throw Error(node, $"a text was expected in the list behind '{key}:'."))],
        { } other => throw Error(other, $"a list of texts was expected behind '{key}:'."),
    };

    private static string Among(string[] keys) => keys.Length == 0 ? "" : $" (known: {string.Join(", ", keys)})";
}
