using Microsoft.Extensions.Configuration;

namespace Search.Service.Settings;

/// <summary>Where settings come from, in their order.</summary>
internal static class SettingsSource
{
    private const string FileName = "appsettings.json";

    /// <summary>Reads files, environment and flags; the later wins.</summary>
    public static IConfigurationRoot Build(IReadOnlyDictionary<string, string?>? flags)
    {
        ConfigurationBuilder builder = new();
        AddTo(builder, flags);
        return builder.Build();
    }

    /// <summary>Adds files, environment and flags to a configuration.</summary>
    public static void AddTo(IConfigurationBuilder builder, IReadOnlyDictionary<string, string?>? flags)
    {
        // The file beside the program ships with it; the one where the program is started is the user's own.
        AddFile(builder, AppContext.BaseDirectory);
        AddFile(builder, Directory.GetCurrentDirectory());
        builder.AddEnvironmentVariables();
        builder.AddInMemoryCollection(flags ?? new Dictionary<string, string?>());
    }

    // Not watched for changes: a setting is read once, at start, and a read-only root needs no watcher.
    private static void AddFile(IConfigurationBuilder builder, string folder) =>
        builder.AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false);
}
