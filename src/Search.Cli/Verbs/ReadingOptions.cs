using System.CommandLine;
using Search.Passages;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary>The options that say how a query is read.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string> _operator = new("--operator")
    {
        Description = "and, or.",
        DefaultValueFactory = _ => "and",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse a query that needs a repair." };

    private readonly Option<string?> _synonyms = new("--synonyms")
    {
        Description = "on, off: whether bare words also find their other spellings and synonyms.",
        HelpName = "SWITCH",
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_operator);
        verb.Add(_strict);
        verb.Add(_synonyms);
    }

    /// <summary>A request of what they say.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="words">The query; several words are one.</param>
    /// <exception cref="PassageRequestException">A value is not allowed.</exception>
    public PassageRequest Request(ParseResult parsed, string[]? words) => new()
    {
        Q = string.Join(' ', words ?? []),
        IsOr = SearchVerb.Operator(parsed.GetValue(_operator)),
        IsStrict = parsed.GetValue(_strict),
        UsesSynonyms = Switch(parsed.GetValue(_synonyms)),
    };

    private static bool? Switch(string? value) => value?.ToLowerInvariant() switch
    {
        null => null,
        "on" => true,
        "off" => false,
        _ => throw new PassageRequestException(
            "bad_value", "synonyms", $"'{value}' is no switch; allowed are on, off."),
    };
}
