using Search.Service.Html;

namespace Search.Service.Pages;

/// <summary>Small drawings, written into the page; they say nothing to screen readers.</summary>
internal static class Icons
{
    /// <summary>Writes one.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="name"><c>mark</c> or <c>glass</c>.</param>
    public static void Write(HtmlWriter html, string name)
    {
        html.Start("svg", ("class", "icon"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true"), ("focusable", "false"));
        if (name == "mark")
        {
            html.Leaf("path", "", ("class", "ink"), ("d", "M4 5h16M4 19h10"))
                .Leaf("path", "", ("class", "pen"), ("d", "M4 12h13"));
        }
        else
        {
            html.Leaf("circle", "", ("cx", "10.5"), ("cy", "10.5"), ("r", "6.5"))
                .Leaf("path", "", ("d", "m15.5 15.5 5 5"));
        }

        html.End("svg");
    }
}
