using Search.Passages.Search;
using Search.Service.Requests;
using Search.Service.Searches;

namespace Search.Service.Pages;

/// <summary>Addresses of pages.</summary>
internal static class PageUrl
{
    private static readonly PassageRequest Plain = new();

    /// <summary>A page of results; the first one, unless the request has a cursor.</summary>
    public static string Search(PassageRequest request) =>
        SearchUrl.Write("/", request with { Facets = [] }, Plain.Limit, request.FacetSize);

    /// <summary>The same search from its first page, with one filter more.</summary>
    public static string With(PassageRequest request, PassageFilter filter) =>
        Search(request with { Filters = [.. request.Filters, filter], Cursor = null });

    /// <summary>The same search from its first page, with one filter less.</summary>
    public static string Without(PassageRequest request, PassageFilter filter) =>
        Search(request with { Filters = [.. request.Filters.Where(one => one != filter)], Cursor = null });

    /// <summary>The same search from its first page, in another order.</summary>
    public static string Sorted(PassageRequest request, PassageSort sort) =>
        Search(request with { Sort = sort, Cursor = null });

    /// <summary>All passages with a theme, or another value.</summary>
    public static string Filtered(string name, string value) =>
        Search(Plain with { Filters = [new PassageFilter(name, value)] });

    /// <summary>A document, scrolled to one of its paragraphs, with the query's words marked.</summary>
    public static string Document(string document, PassageRequest? request = null, string? anchor = null)
    {
        PassageRequest asked = string.IsNullOrWhiteSpace(request?.Q) ? Plain : request;
        return new UrlWriter("/documents/" + Uri.EscapeDataString(document))
            .Add("q", asked.Q)
            .Add("operator", asked.IsOr ? "or" : null)
            .Add("synonyms", SearchUrl.Switch(asked.UsesSynonyms))
            .ToString() + (anchor is null ? "" : "#" + anchor);
    }

    /// <summary>A paragraph by itself.</summary>
    public static string Paragraph(string id) => "/paragraphs/" + Uri.EscapeDataString(id);

    /// <summary>An address elsewhere; null where it is none that a browser should follow.</summary>
    public static string? External(string? source) =>
        Uri.TryCreate(source, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri
            : null;
}
