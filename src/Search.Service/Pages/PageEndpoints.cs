using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Corpus.Themes;
using Search.Passages;
using Search.Passages.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Answers;
using Search.Service.Documents;
using Search.Service.Paragraphs;
using Search.Service.Reindexing;
using Search.Service.Requests;
using Search.Service.Searches;
using Search.Service.Settings;
using Search.Service.Themes;

namespace Search.Service.Pages;

/// <summary>The pages. Every state of them is in their address.</summary>
internal static class PageEndpoints
{
    private const int NewestDocuments = 6;

    /// <summary>Adds the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", SearchAsync);
        pages.MapGet("/documents", ListDocuments);
        pages.MapGet("/documents/{id}", DocumentAsync);
        pages.MapGet("/paragraphs/{id}", Paragraph);
        pages.MapGet("/themes", Themes);
        pages.MapGet("/help", (CatalogueShelf shelf) => new HtmlAnswer(HelpPage.Write(shelf.Current()), tag: null));
        pages.MapGet("/status", Status);
    }

    private static async Task<HtmlAnswer> SearchAsync(
        HttpContext context, PassageIndex index, SearchDesk desk, SearchSettings settings, CatalogueShelf shelf)
    {
        LimitSettings limits = settings.Limits;
        CheckedParameters sent = PageParameters.Check(
            QueryParameters.Read(context.Request), SearchParameters.Specs(limits));
        PassageRequest request = SearchParameters.Read(sent, limits) with
        {
            IsStrict = false,
            Facets = FacetPanel.Names,
            FacetSize = limits.DefaultFacetValues,
        };
        if (sent.All.Count == 0)
        {
            return Home(index, shelf);
        }

        PassageResponse response = await desk.SearchAsync(request, context.RequestAborted).ConfigureAwait(false);
        Catalogue catalogue = shelf.Current();
        string url = SearchUrl.Write("/", request, limits.DefaultHits, limits.DefaultFacetValues);
        return new HtmlAnswer(ResultsPage.Write(request, response, catalogue),
            Tag(response.Generation, url, catalogue));
    }

    private static HtmlAnswer Home(PassageIndex index, CatalogueShelf shelf)
    {
        DocumentsResponse newest = index.Documents(
            new DocumentsRequest { Sort = DocumentSort.DateDescending, Limit = NewestDocuments });
        return new HtmlAnswer(HomePage.Write(index.Status(), newest.Documents, shelf.Current()), tag: null);
    }

    private static HtmlAnswer ListDocuments(
        HttpContext context, PassageIndex index, SearchSettings settings, CatalogueShelf shelf)
    {
        CheckedParameters sent = PageParameters.Check(
            QueryParameters.Read(context.Request), DocumentParameters.Specs(settings.Limits));
        DocumentsRequest request = DocumentParameters.Read(sent, settings.Limits, "-date");
        request = request with { Limit = settings.Limits.MaxHits };
        DocumentsResponse response = index.Documents(request);
        Catalogue catalogue = shelf.Current();
        string html = DocumentsPage.Write(request, response, index.Status().Failures.Count, catalogue);
        return new HtmlAnswer(html, Tag(response.Generation, DocumentParameters.Url("/documents", request), catalogue));
    }

    private static async Task<HtmlAnswer> DocumentAsync(
        string id, HttpContext context, PassageIndex index, SearchDesk desk, SearchSettings settings,
            CatalogueShelf shelf)
    {
        CheckedParameters sent = PageParameters.Check(
            QueryParameters.Read(context.Request), SearchParameters.Specs(settings.Limits));
        PassageRequest request = SearchParameters.Read(sent, settings.Limits);
        DocumentView document = index.Document(id) ?? throw DocumentEndpoints.Missing(id);
        Dictionary<string, PassageHit> hits = [];
        QueryReading? reading = null;
        if (request.Q is not null)
        {
            (hits, reading) = await DocumentMarks.FindAsync(desk, document.Id, request, context.RequestAborted)
                .ConfigureAwait(false);
        }

        Catalogue catalogue = shelf.Current();
        string url = PageUrl.Document(document.Id, request);
        return new HtmlAnswer(
            DocumentPage.Write(document, request, hits, reading, catalogue), Tag(document.Generation, url, catalogue));
    }

    private static HtmlAnswer Paragraph(string id, PassageIndex index, CatalogueShelf shelf)
    {
        ParagraphView paragraph = index.Paragraph(id) ?? throw ParagraphEndpoints.Missing(id);
        Catalogue catalogue = shelf.Current();
        return new HtmlAnswer(
            ParagraphPage.Write(paragraph, catalogue),
                Tag(paragraph.Generation, PageUrl.Paragraph(paragraph.Id), catalogue));
    }

    private static HtmlAnswer Themes(PassageIndex index, SchemeRules rules, CatalogueShelf shelf)
    {
        ThemesResponse themes = index.Themes();
        Catalogue catalogue = shelf.Current();
        ThemeScheme? scheme = rules.Scheme(themes.Scheme);
        string page = ThemesPage.Write(themes, scheme?.Themes ?? [], id => scheme?.QualityOf(id), catalogue);
        return new HtmlAnswer(page, Tag(themes.Generation, "/themes", catalogue));
    }

    private static HtmlAnswer Status(PassageIndex index, ReindexClock schedule, CatalogueShelf shelf)
    {
        IndexStatus status = index.Status() with { NextRun = schedule.Next };
        return new HtmlAnswer(StatusPage.Write(status, shelf.Current()), tag: null);
    }

    // The names on a page may come from a later generation than its hits, where the two change places in between.
    private static string Tag(long generation, string url, Catalogue catalogue) =>
        EntityTag.Of(generation, $"{url}\n{catalogue.Generation}");
}
