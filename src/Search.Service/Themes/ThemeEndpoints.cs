using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Search.Corpus.Themes;
using Search.Passages;
using Search.Passages.Themes;
using Search.Service.Answers;
using Search.Service.Descriptions;
using Search.Service.Problems;
using Search.Service.Requests;

namespace Search.Service.Themes;

/// <summary><c>GET /api/v1/themes</c> and <c>GET /api/v1/themes/{id}</c>.</summary>
internal static class ThemeEndpoints
{
    private const string Path = "/api/v1/themes";

    /// <summary>Adds the endpoints.</summary>
    public static void MapThemes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List)
            .Describe("themes", "The themes", "The themes of the scheme, what they mean and how often each was given.",
                [], 400, 503);
        routes.MapGet(Path + "/{id}", Get)
            .Describe("theme", "One theme", "A theme with its counts, its rules, and how well it is found.",
                [], 400, 404, 503);
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
