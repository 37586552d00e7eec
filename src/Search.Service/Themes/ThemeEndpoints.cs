using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Corpus.Themes;
using Search.Passages;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Problems;
using Search.Service.Requests;
using Search.Service.Searches;
using Search.Service.Settings;

namespace Search.Service.Themes;

/// <summary><c>GET /api/v1/themes</c> and <c>GET /api/v1/themes/{id}</c>.</summary>
internal static class ThemeEndpoints
{
    private const string Path = "/api/v1/themes";

    /// <summary>Path of the export, which is no JSON document.</summary>
    public const string ExportPath = Path + "/export";

    /// <summary>Adds the endpoints.</summary>
    public static void MapThemes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ExportPath, Export)
            .Describe("themes-export", "Every tag with its evidence",
                "A line a tag of every passage that the query and the filters find: score, rules, words and where they "
                    + "stand, version of the scheme, who set it by hand and why. Of a filter by theme, its tags alone.",
                [
                    new("format", "csv, unless told otherwise, or jsonl: a JSON object a line.")
                    { Values = ["csv", "jsonl"] },
                    .. SearchParameters.QuerySpecs,
                    .. SearchParameters.FilterSpecs,
                ],
                400, 503)
            .Produces(200, contentType: "text/csv", additionalContentTypes: "application/x-ndjson")
            .Produces(304);
        routes.MapGet(Path, List)
            .Describe("themes", "The themes", "The themes of the scheme, what they mean and how often each was given.",
                [], 400, 503);
        routes.MapGet(Path + "/{id}", Get)
            .Describe("theme", "One theme", "A theme with its counts, its rules, and how well it is found.",
                [], 400, 404, 503);
    }

    private static LinesAnswer Export(HttpContext context, PassageIndex index, SearchSettings settings)
    {
        CheckedParameters sent = context.Checked();
        bool isCsv = sent.Text("format") is not "jsonl";
        PassageRequest request = SearchParameters.ReadNarrowed(sent, settings.Limits);
        string url = SearchUrl.Write(ExportPath, request, request.Limit, request.FacetSize);
        ThemesResponse themes = index.Themes();
        return new LinesAnswer(
            ThemeExport.Lines(index, request, isCsv, context.RequestAborted),
            isCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8",
            isCsv ? "themes.csv" : "themes.jsonl",
            EntityTag.Of(themes.Generation, $"{url}#{isCsv}"));
    }

    private static JsonAnswer<ThemesResponse> List(HttpContext context, PassageIndex index)
    {
        _ = context.Checked();
        ThemesResponse response = index.Themes();
        return new JsonAnswer<ThemesResponse>(response, EntityTag.Of(response.Generation, Path));
    }

    private static JsonAnswer<ThemeView> Get(string id, HttpContext context, PassageIndex index, SchemeRules rules)
    {
        _ = context.Checked();
        ThemesResponse themes = index.Themes();
        ThemeFacts facts = themes.Themes.FirstOrDefault(theme => theme.Id.Equals(id, StringComparison.Ordinal))
            ?? throw Missing(id);
        ThemeScheme? scheme = rules.Scheme(themes.Scheme);
        return new JsonAnswer<ThemeView>(
            View(themes, facts, scheme),
            EntityTag.Of(themes.Generation, $"{Path}/{facts.Id}?{scheme?.Fingerprint}"));
    }

    private static ThemeView View(ThemesResponse themes, ThemeFacts facts, ThemeScheme? scheme)
    {
        ThemeDefinition? known = scheme?.Themes
            .FirstOrDefault(theme => theme.Id.Equals(facts.Id, StringComparison.Ordinal));
        return new ThemeView(
            themes.Generation,
            themes.Scheme,
            facts.Id,
            facts.Label,
            facts.Colour,
            facts.Definition,
            facts.Paragraphs,
            facts.Documents,
            [
                .. (known?.Rules ?? []).Select(rule =>
                    new ThemeRuleView(rule.Id, rule.Query, rule.Weight, rule.Note)),
            ],
            scheme?.QualityOf(facts.Id) is { } measured
                ? new ThemeQualityView(
                    measured.Precision, measured.Recall, measured.F1, measured.F1Low, measured.F1High)
                : null,
            scheme?.Receipt ?? []);
    }

    private static ProblemException Missing(string id) => new(
        new Problem(404, "theme_not_found", $"There is no theme '{CheckedParameters.Shown(id)}'.")
        {
            Hint = "/api/v1/themes lists them.",
        });
}
