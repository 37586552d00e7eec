using System.CommandLine;
using System.Globalization;
using Search.Passages;
using Search.Service.Settings;

namespace Search.Cli.Verbs;

/// <summary>The limits of a search that may be set for one command; the settings say the others.</summary>
internal sealed class LimitOptions
{
    private readonly (Option<int?> Option, string Key)[] _all =
    [
        (Make("--max-clauses", "Most clauses of the query."), "Search:Limits:QueryClauses"),
        (Make("--max-expansions", "Most words of one pattern."), "Search:Limits:Expansions"),
        (Make("--max-milliseconds", "Longest search."), "Search:Limits:SearchMilliseconds"),
    ];

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach ((Option<int?> option, _) in _all)
        {
            verb.Add(option);
        }
    }

    /// <summary>The options of an index, with the limits that were given.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    public PassageIndexOptions Apply(ParseResult parsed, SharedOptions shared)
    {
        Dictionary<string, string?> flags = shared.Flags(parsed);
        foreach ((Option<int?> option, string key) in _all)
        {
            SharedOptions.Put(flags, key, parsed.GetValue(option)?.ToString(CultureInfo.InvariantCulture));
        }

        return SearchSettings.Load(flags).ToIndexOptions();
    }

    private static Option<int?> Make(string name, string description) =>
        new(name) { Description = description + " As the settings say, unless told otherwise.", HelpName = "N" };
}
