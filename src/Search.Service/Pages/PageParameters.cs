using Search.Service.Requests;

namespace Search.Service.Pages;

/// <summary>
/// What a page makes of its query string: more forgiving than the API, since forms send empty fields and links gather
/// parameters of others on their way.
/// </summary>
internal static class PageParameters
{
    /// <summary>Leaves out what is blank, unknown, or repeated where once is enough; checks the rest.</summary>
    /// <exception cref="Problems.ProblemException">A value is not allowed.</exception>
    public static CheckedParameters Check(
        IReadOnlyList<KeyValuePair<string, string>> sent, IReadOnlyList<ParameterSpec> specs)
    {
        List<KeyValuePair<string, string>> kept = [];
        foreach (KeyValuePair<string, string> pair in sent)
        {
            ParameterSpec? spec = specs.FirstOrDefault(one => one.Name.Equals(pair.Key, StringComparison.Ordinal));
            bool isNew = spec is not null
                && !string.IsNullOrWhiteSpace(pair.Value)
                && !kept.Exists(one => one.Key.Equals(pair.Key, StringComparison.Ordinal)
                    && (!spec.IsRepeatable || one.Value.Equals(pair.Value, StringComparison.Ordinal)));
            if (isNew)
            {
                kept.Add(pair);
            }
        }

        return CheckedParameters.Check(kept, specs);
    }
}
