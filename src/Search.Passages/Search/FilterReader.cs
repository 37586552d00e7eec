using System.Globalization;
using Search.Passages.Schemas;
using Search.Queries.Dates;
using Search.Queries.Trees;

namespace Search.Passages.Search;

/// <summary>Turns filters into queries: OR within a name, AND across names, <c>-name</c> leaves out.</summary>
internal static class FilterReader
{
    /// <summary>The filters by name, in the order of their first mention.</summary>
    /// <exception cref="PassageRequestException">A name or a value is not allowed.</exception>
    public static IReadOnlyList<KeyValuePair<string, Query>> Read(IReadOnlyList<PassageFilter> filters)
    {
        var byName = new List<KeyValuePair<string, Query>>();
        foreach (IGrouping<string, PassageFilter> group in filters.GroupBy(filter => Name(filter)))
        {
            byName.Add(new(group.Key, Combine(group.Key, [.. group])));
        }

        return byName;
    }

    private static string Name(PassageFilter filter) =>
        PassageFields.Filterable.FirstOrDefault(
            name => string.Equals(name, filter.Name, StringComparison.OrdinalIgnoreCase))
        ?? throw new PassageRequestException(
            "unknown_filter",
            filter.Name,
            $"'{filter.Name}' is no filter; allowed are {string.Join(", ", PassageFields.Filterable)}.");

    private static Query Combine(string name, IReadOnlyList<PassageFilter> filters)
    {
        Query[] kept = [.. filters.Where(filter => !filter.IsExcluded).Select(filter => Clause(name, filter))];
        Query[] excluded = [.. filters.Where(filter => filter.IsExcluded).Select(filter => Clause(name, filter))];
        Query all = kept.Length switch
        {
            0 => new MatchAllQuery(),
            1 => kept[0],
            _ => new BooleanQuery([.. kept.Select(query => new BooleanClause(Occur.Should, query))]),
        };
        return excluded.Length == 0
            ? all
            : new BooleanQuery(
                [new(Occur.Must, all), .. excluded.Select(query => new BooleanClause(Occur.MustNot, query))]);
    }

    private static Query Clause(string name, PassageFilter filter)
    {
        string value = filter.Value.Trim();
        string param = (filter.IsExcluded ? "-" : "") + name;
        if (value.Length == 0)
        {
            throw new PassageRequestException("bad_filter", param, $"The filter '{param}' has no value.");
        }

        if (name == PassageFields.Year)
        {
            return Years(param, value);
        }

        if (name == PassageFields.Kind && !PassageKinds.All.Contains(value.ToLowerInvariant()))
        {
            throw new PassageRequestException(
                "bad_filter", param, $"'{value}' is no kind; allowed are {string.Join(", ", PassageKinds.All)}.");
        }

        return new TermQuery(name, FieldFolding.Fold(name, value), WordForm.Exact);
    }

    private static RangeQuery Years(string param, string value)
    {
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        string? lower = Year(param, value, dots < 0 ? value : value[..dots]);
        string? upper = dots < 0 ? lower : Year(param, value, value[(dots + 2)..]);
        if (dots >= 0 && lower is null && upper is null)
        {
            throw Bad(param, value);
        }

        return lower is not null && upper is not null && string.CompareOrdinal(lower, upper) > 0
            ? throw new PassageRequestException("bad_filter", param, $"'{value}' ends before it begins.")
            : new RangeQuery(PassageFields.Date, lower, upper, IncludesLower: true, IncludesUpper: true);
    }

    private static string? Year(string param, string value, string bound)
    {
        bound = bound.Trim();
        if (bound.Length == 0 && value.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        bool isYear = bound.Length == 4
            && bound.All(char.IsAsciiDigit)
            && PartialDate.TryParse(bound, out _);
        return isYear ? bound : throw Bad(param, value);
    }

    private static PassageRequestException Bad(string param, string value) => new(
        "bad_filter",
        param,
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{value}' is no year or range of years; allowed are 2019, 2019..2024, 2019.. and ..2024."));
}
