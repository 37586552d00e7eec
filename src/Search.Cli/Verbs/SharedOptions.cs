using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Json;
using Search.Service.Settings;

namespace Search.Cli.Verbs;

/// <summary>The options that several verbs take, and what they come to together with the settings.</summary>
internal sealed class SharedOptions
{
    /// <summary>Folder of the documents.</summary>
    public Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = "Folder of the documents.",
        HelpName = "DIR",
    };

    /// <summary>Folder of the index.</summary>
    public Option<string?> Index { get; } = new("--index")
    {
        Description = "Folder of the index.",
        HelpName = "DIR",
    };

    /// <summary>Whether the answer is JSON.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Answer in JSON, in the shape of the API.",
    };

    /// <summary>What the flags say, as settings.</summary>
    public Dictionary<string, string?> Flags(ParseResult parsed)
    {
        var flags = new Dictionary<string, string?>();
        Put(flags, "Search:Corpus:Folder", Given(parsed, Corpus));
        Put(flags, "Search:Index:Folder", Given(parsed, Index));
        return flags;
    }

    /// <summary>The settings: files, then environment, then flags.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    public SearchSettings Settings(ParseResult parsed) => SearchSettings.Load(Flags(parsed));

    /// <summary>Where corpus and index lie.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    public PassageIndexOptions IndexOptions(ParseResult parsed) => Settings(parsed).ToIndexOptions();

    /// <summary>Writes a value as JSON, the same bytes as the API's.</summary>
    public static void WriteJson<T>(Terminal terminal, T value)
    {
        var type = (JsonTypeInfo<T>)PassageJson.Indented.GetTypeInfo(typeof(T));
        terminal.Output.WriteLine(JsonSerializer.Serialize(value, type));
    }

    /// <summary>Adds a setting where a flag gave it.</summary>
    public static void Put(Dictionary<string, string?> flags, string key, string? value)
    {
        if (value is not null)
        {
            flags[key] = value;
        }
    }

    /// <summary>The value of an option; null where it was not given, or the verb does not take it.</summary>
    public static string? Given(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);
}
