using Search.Service.Html;

namespace Search.Service.Pages;

/// <summary>
/// The keys of the page, in a box that the script opens; without script it stays closed and <c>/help</c> lists them.
/// </summary>
internal static class KeyHelp
{
    /// <summary>The keys and what they do.</summary>
    public static IReadOnlyList<(string Key, string Meaning)> Keys { get; } =
    [
        ("/", "Go to the search box"),
        ("j", "Next hit"),
        ("k", "Previous hit"),
        ("Enter", "Open the hit in its document"),
        ("c", "Copy a citation of the hit"),
        ("Esc", "Leave the box, or go back"),
        ("?", "Show these keys"),
    ];

    /// <summary>Writes the box.</summary>
    public static void Write(HtmlWriter html)
    {
        html.Start("dialog", ("id", "keys"), ("aria-labelledby", "keys-title"))
            .Leaf("h2", "Keys", ("id", "keys-title"));
        WriteList(html);
        html.Start("form", ("method", "dialog"))
            .Leaf("button", "Switch the keys off", ("type", "button"), ("id", "keys-switch"))
            .Leaf("button", "Close", ("class", "primary"))
            .End("form").End("dialog").Line();
    }

    /// <summary>Writes the list alone.</summary>
    public static void WriteList(HtmlWriter html)
    {
        html.Start("dl", ("class", "keys"));
        foreach ((string key, string meaning) in Keys)
        {
            html.Start("div").Start("dt").Leaf("kbd", key).End("dt").Leaf("dd", meaning).End("div");
        }

        html.End("dl");
    }
}
