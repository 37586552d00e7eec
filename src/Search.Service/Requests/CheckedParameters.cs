using System.Globalization;
using Search.Service.Problems;

namespace Search.Service.Requests;

/// <summary>
/// Parameters that were held against their specification: every name is known, none is repeated that must not be.
/// </summary>
internal sealed class CheckedParameters
{
    private readonly List<KeyValuePair<string, string>> _all;
    private readonly Dictionary<string, ParameterSpec> _specs;

    private CheckedParameters(List<KeyValuePair<string, string>> all, Dictionary<string, ParameterSpec> specs)
    {
        _all = all;
        _specs = specs;
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    /// <summary>Checks the names, how often each comes, and the values of those that allow only a few.</summary>
    /// <exception cref="ProblemException">A name is unknown or repeated, or a value is not allowed.</exception>
    public static CheckedParameters Check(
        IReadOnlyList<KeyValuePair<string, string>> sent, IReadOnlyList<ParameterSpec> specs)
    {
        var byName = specs.ToDictionary(spec => spec.Name, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, string value) in sent)
        {
            if (!byName.TryGetValue(name, out ParameterSpec? spec))
            {
                throw Refuse("unknown_parameter", name, $"There is no parameter '{Shown(name)}'.", Known(specs));
            }

            if (!seen.Add(name) && !spec.IsRepeatable)
            {
                throw Refuse("repeated_parameter", name, $"'{name}' may be given once only.", null);
            }

            if (spec.Values.Count > 0 && !spec.Values.Contains(value, StringComparer.Ordinal))
            {
                throw Refuse("bad_value", name, $"'{name}' is '{Shown(value)}'.",
                    $"Allowed: {string.Join(", ", spec.Values)}.");
            }
        }

        return new CheckedParameters([.. sent], byName);
    }

    /// <summary>The value of a parameter that comes once at most; null where it is absent.</summary>
    public string? Text(string name)
    {
        foreach ((string key, string value) in _all)
        {
            if (key.Equals(name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A whole number within the range of its specification.</summary>
    /// <exception cref="ProblemException">It is no number, or out of range.</exception>
    public int Whole(string name, int fallback)
    {
        string? value = Text(name);
        if (value is null)
        {
            return fallback;
        }

        (int least, int most) = _specs[name].Range ?? (0, int.MaxValue);
        bool isWhole = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return isWhole && number >= least && number <= most
            ? number
            : throw Refuse(
                isWhole ? name + "_out_of_range" : "bad_value", name, $"'{name}' is '{Shown(value)}'.",
                $"A whole number from {least} to {most}.");
    }

    /// <summary>Refuses a request for one of its parameters.</summary>
    public static ProblemException Refuse(string code, string param, string detail, string? hint) =>
        new(new Problem(400, code, detail) { Param = Shown(param), Hint = hint });

    /// <summary>A value cut to what can be shown in a message.</summary>
    public static string Shown(string value) => value.Length <= 100 ? value : value[..100] + "…";

    private static string Known(IReadOnlyList<ParameterSpec> specs) =>
        specs.Count == 0 ? "No parameter is taken here."
            : $"Known: {string.Join(", ", specs.Select(spec => spec.Name))}.";
}
