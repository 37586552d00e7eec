using Search.Passages.Search;
using Search.Service.Html;

namespace Search.Service.Pages;

/// <summary>Leaves out the synonyms of a search, or takes them in again.</summary>
internal static class SynonymSwitch
{
    /// <summary>Writes a link where the answer has other spellings or synonyms, or where they were left out.</summary>
    public static void Write(HtmlWriter html, PassageRequest request, QueryReading query)
    {
        bool isOff = request.UsesSynonyms == false && !string.IsNullOrWhiteSpace(query.Input);
        if (!isOff && !query.Expansions.Any(QueryLine.IsAlso))
        {
            return;
        }

        html.Start("p", ("class", "synonyms")).Leaf(
            "a",
            isOff ? "Take in other spellings and synonyms" : "Search only for what is written",
            ("href", PageUrl.Search(request with { UsesSynonyms = isOff ? null : false, Cursor = null })),
            ("rel", "nofollow")).End("p").Line();
    }
}
