using System.Globalization;
using Search.Passages.Search;
using Search.Service.Requests;

namespace Search.Service.Searches;

/// <summary>
/// Writes the one canonical address of a search: parameters in a fixed order, what is as it would be anyway left out.
/// </summary>
internal static class SearchUrl
{
    /// <summary>Writes the address.</summary>
    /// <param name="path">Path, such as <c>/</c> or <c>/api/v1/search</c>.</param>
    /// <param name="request">The search.</param>
    /// <param name="defaultLimit">The limit that goes without saying.</param>
    /// <param name="defaultFacetSize">The number of facet values that goes without saying.</param>
    public static string Write(string path, PassageRequest request, int defaultLimit, int defaultFacetSize)
    {
        UrlWriter url = new(path);
        url.Add("q", string.IsNullOrWhiteSpace(request.Q) ? null : request.Q);
        url.Add("operator", request.IsOr ? "or" : null);
        url.Add("strict", request.IsStrict ? "true" : null);
        url.Add("synonyms", Switch(request.UsesSynonyms));
        foreach (string name in FilterNames.All)
        {
            AddFilters(url, request.Filters, name, isExcluded: false);
            AddFilters(url, request.Filters, name, isExcluded: true);
        }

        url.Add("sort", request.Sort == PassageSort.Relevance ? null : SearchParameters.NameOf(request.Sort));
        url.Add(
            "ranking",
            request.Ranking == PassageRanking.Default ? null : PassageRankings.Name(request.Ranking));
        url.Add("limit", request.Limit == defaultLimit ? null : Number(request.Limit));
        url.Add("facet", request.Facets.Count == 0 ? null : string.Join(',', request.Facets));
        url.Add("facet_size", request.FacetSize == defaultFacetSize ? null : Number(request.FacetSize));
        url.Add("cursor", request.Cursor);
        return url.ToString();
    }

    /// <summary>The value of a switch; null where it is left as the settings say.</summary>
    public static string? Switch(bool? value) => value switch { true => "true", false => "false", _ => null };

    private static void AddFilters(UrlWriter url, IReadOnlyList<PassageFilter> filters, string name, bool isExcluded)
    {
        IEnumerable<string> values = filters
            .Where(filter => filter.IsExcluded == isExcluded && filter.Name.Equals(name, StringComparison.Ordinal))
            .Select(filter => filter.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (string value in values)
        {
            url.Add(isExcluded ? "-" + name : name, value);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
