using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Search.Service.Settings;

/// <summary>
/// Reads typed settings below <c>Search:</c> and remembers which keys it was asked for, so that the rest can be warned
/// of.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Text, or the default where the key is absent or blank.</summary>
    public string Text(string key, string fallback)
    {
        string? value = Raw(key);
        return string.IsNullOrWhiteSpace(value) ? fallback : value.Trim();
    }

    /// <summary>A whole number between two bounds, both allowed.</summary>
    /// <exception cref="SettingsException">It is not a number, or out of bounds.</exception>
    public int Whole(string key, int fallback, int least, int most)
    {
        string? value = Raw(key);
        if (string.IsNullOrWhiteSpace(value))
        {
            return fallback;
        }

        bool isWhole = int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number);
        return isWhole && number >= least && number <= most
            ? number
            : throw new SettingsException(Full(key), value, $"a whole number from {least} to {most}");
    }

    /// <summary>A switch: <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="SettingsException">It is neither.</exception>
    public bool Switch(string key, bool fallback)
    {
        string? value = Raw(key);
        return string.IsNullOrWhiteSpace(value)
            ? fallback
            : bool.TryParse(value, out bool isOn) ? isOn
            : throw new SettingsException(Full(key), value, "true or false");
    }

    /// <summary>Full keys below <c>Search:</c> that hold a value but that nobody asked for, in order.</summary>
    public IReadOnlyList<string> Unknown() =>
        [.. configuration.GetSection("Search").AsEnumerable()
            .Where(pair => pair.Value is not null && !_known.Contains(pair.Key))
            .Select(pair => pair.Key)
            .Order(StringComparer.Ordinal)];

    /// <summary>The full name of a key below <c>Search:</c>.</summary>
    public static string Full(string key) => "Search:" + key;

    private string? Raw(string key)
    {
        _known.Add(Full(key));
        return configuration[Full(key)];
    }
}
