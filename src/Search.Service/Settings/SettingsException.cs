namespace Search.Service.Settings;

/// <summary>A setting has a value that is not allowed.</summary>
/// <param name="key">Full key, such as <c>Search:Limits:Clauses</c>.</param>
/// <param name="value">The value found.</param>
/// <param name="allowed">What would have been allowed, as a phrase.</param>
public sealed class SettingsException(string key, string value, string allowed)
    : Exception($"The setting {key} is \"{value}\"; allowed is {allowed}.")
{
    /// <summary>Full key of the setting.</summary>
    public string Key { get; } = key;
}
