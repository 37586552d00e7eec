using System.Globalization;
using Search.Queries.Parsing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Search.Corpus.Themes.Schemes;

/// <summary>
/// Reads a scheme from YAML. Whatever it does not know is an error, so that a slip of the pen is not lost.
/// </summary>
internal sealed class SchemeReader
{
    private readonly SchemeNodes _nodes;
    private readonly HashSet<string> _ruleIds = new(StringComparer.Ordinal);
    private WordTable _words = WordTable.Empty;

    private SchemeReader(string file) => _nodes = new SchemeNodes(file);

    /// <summary>Reads the text of a scheme.</summary>
    /// <exception cref="ThemeSchemeException">Something in it is wrong.</exception>
    public static ThemeScheme Read(string file, string text)
    {
        var reader = new SchemeReader(file);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new ThemeSchemeException(
                file,
                (int)error.Start.Line,
                $"YAML was expected: {error.Message}",
                error,
                (int)error.Start.Column);
        }
        catch (InvalidOperationException error)
        {
            // The parser of YAML says so of brackets that are left open, and not where.
            YamlDotNet.Core.Mark last = LastUnderstood(text);
            throw new ThemeSchemeException(
                file, (int)last.Line, "YAML was expected, every bracket closed.", error, (int)last.Column);
        }

        return stream.Documents.Count == 1
            ? reader.Scheme(stream.Documents[0].RootNode, text)
            : throw new ThemeSchemeException(file, 1, "one YAML document was expected.");
    }

    private static YamlDotNet.Core.Mark LastUnderstood(string text)
    {
        var parser = new YamlDotNet.Core.Parser(new StringReader(text));
        YamlDotNet.Core.Mark last = YamlDotNet.Core.Mark.Empty;
        try
        {
            while (parser.MoveNext())
            {
                last = parser.Current?.End ?? last;
            }
        }
        catch (InvalidOperationException)
        {
            // What was understood before is what is asked for.
        }

        return last;
    }

    private ThemeScheme Scheme(YamlNode root, string text)
    {
        YamlMappingNode map = _nodes.Map(root, "a scheme", "scheme", "version", "words", "themes");
        string name = _nodes.Text(map, "scheme");
        int version = _nodes.Integer(map, "version");
        if (SchemeNodes.Find(map, "words") is { } words)
        {
            _words = new WordTable(_nodes, _nodes.Map(words, "the list of words"));
        }

        List<ThemeDefinition> themes = [.. _nodes.Items(map, "themes").Select(Theme)];
        return themes.Select(theme => theme.Id).Distinct(StringComparer.Ordinal).Count() == themes.Count
            ? new ThemeScheme(name, version, themes, text, null)
            : throw _nodes.Error(map, "each theme must have an id of its own.");
    }

    private ThemeDefinition Theme(YamlNode node)
    {
        YamlMappingNode map = _nodes.Map(node, "a theme", "id", "label", "colour", "definition", "bias", "precision",
            "rules");
        string id = _nodes.Text(map, "id");
        if (!id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            throw _nodes.Error(map, $"an id of lower-case letters, digits and hyphens was expected, not '{id}'.");
        }

        return new ThemeDefinition(id, _nodes.Text(map, "label"), [.. _nodes.Items(map, "rules").Select(Rule)])
        {
            Colour = _nodes.OptionalText(map, "colour"),
            Definition = _nodes.OptionalText(map, "definition"),
            Bias = _nodes.Number(map, "bias"),
            LeastPrecision = SchemeNodes.Find(map, "precision") is null ? 0 : _nodes.Number(map, "precision"),
        };
    }

    private ThemeRule Rule(YamlNode node)
    {
        YamlMappingNode map = _nodes.Map(node, "a rule", "id", "query", "weight", "note", "matches", "excludes");
        string id = _nodes.Text(map, "id");
        if (id.Any(char.IsWhiteSpace) || !_ruleIds.Add(id))
        {
            throw _nodes.Error(map, $"an id without blanks that no other rule has was expected, not '{id}'.");
        }

        YamlNode written = SchemeNodes.Find(map, "query") ?? throw _nodes.Error(map, $"rule '{id}' needs a query.");
        string query = _words.PutInto(_nodes.Text(map, "query"), written);
        if (!QueryParser.TryParseStrict(query, RuleQueries.Options, out _, out QuerySyntaxError? error))
        {
            string detail = error is null ? "" : string.Create(
                CultureInfo.InvariantCulture, $" at character {error.Position + 1}: {error.Message}");
            throw _nodes.Error(written, $"rule '{id}' needs a query that can be read{detail}");
        }

        return new ThemeRule(id, query, _nodes.Number(map, "weight"))
        {
            Note = _nodes.OptionalText(map, "note"),
            Matches = _nodes.Texts(map, "matches"),
            Excludes = _nodes.Texts(map, "excludes"),
            Line = (int)map.Start.Line,
        };
    }
}
