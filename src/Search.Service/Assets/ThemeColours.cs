using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Search.Passages.Themes;
using Search.Service.Pages;

namespace Search.Service.Assets;

/// <summary>The colours of the scheme's themes as a style sheet of their own: pages hold no inline style.</summary>
internal static partial class ThemeColours
{
    // For themes whose scheme names no colour.
    private static readonly string[] Palette = ["#b4462f", "#3f5bb5", "#2f7d5b", "#a06a10", "#7a4a9e", "#1f7a8c"];

    /// <summary>Address of the style sheet of a generation.</summary>
    public static string Url(long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"/assets/themes.css?g={generation}");

    /// <summary>Adds the endpoint.</summary>
    public static void MapThemeColours(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/themes.css", Get).ExcludeFromDescription();

    /// <summary>Writes the style sheet: a theme is named by its place in the scheme.</summary>
    public static string Write(IReadOnlyList<ThemeFacts> themes)
    {
        StringBuilder css = new();
        for (int i = 0; i < themes.Count; i++)
        {
            string? own = themes[i].Colour;
            string colour = own is not null && Colour().IsMatch(own) ? own : Palette[i % Palette.Length];
            css.Append(CultureInfo.InvariantCulture, $".theme-{i}{{--theme:{colour}}}\n");
        }

        return css.ToString();
    }

    private static ContentHttpResult Get(HttpContext context, CatalogueShelf shelf)
    {
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Text(Write(shelf.Current().Themes), "text/css", Encoding.UTF8);
    }

    // Hexadecimal or a plain name: nothing that could end the rule and begin another.
    [GeneratedRegex("^(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30})$")]
    private static partial Regex Colour();
}
