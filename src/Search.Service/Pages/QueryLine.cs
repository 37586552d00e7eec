using System.Globalization;
using Search.Passages.Search;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>How the query was read: one sentence, what was mended, what wildcards became.</summary>
internal static class QueryLine
{
    private const int ShownTerms = 24;

    /// <summary>Writes it; nothing where nothing was asked.</summary>
    public static void Write(HtmlWriter html, QueryReading query)
    {
        if (string.IsNullOrWhiteSpace(query.Input))
        {
            return;
        }

        html.Start("div", ("class", "reading"));
        if (query.ReadAs.Length > 0)
        {
            html.Start("p").Leaf("span", "Read as: ", ("class", "lead")).Start("span", ("dir", "auto"));
            WriteSentence(html, query.ReadAs);
            html.End("span").End("p");
        }

        foreach (ReadingRepair repair in query.Repaired)
        {
            string lead = query.Limits.Contains(repair.Code) ? "Cut short: "
                : string.Create(CultureInfo.InvariantCulture, $"Mended at {repair.Position + 1}: ");
            html.Start("p", ("class", "repair")).Leaf("span", lead, ("class", "lead"))
                .Leaf("span", repair.Message, ("dir", "auto")).End("p");
        }

        foreach (QueryExpansion expansion in query.Expansions)
        {
            WriteExpansion(html, expansion);
        }

        html.End("div").Line();
    }

    /// <summary>Whether words are what a bare word also finds, and not what a pattern came to.</summary>
    public static bool IsAlso(QueryExpansion expansion) => expansion.Kind != "pattern";

    // The query's own words stand between asterisks.
    private static void WriteSentence(HtmlWriter html, string sentence)
    {
        string[] parts = sentence.Split('*');
        bool isPaired = parts.Length % 2 == 1;
        for (int i = 0; i < parts.Length; i++)
        {
            _ = !isPaired ? html.Text(i == 0 ? "" : "*").Text(parts[i]) : i % 2 == 0 ? html.Text(parts[i])
                : html.Leaf("em", parts[i]);
        }
    }

    private static string Noun(QueryExpansion expansion) =>
        expansion.Kind == "spelling" ? "other spelling" : "synonym";

    private static void WriteExpansion(HtmlWriter html, QueryExpansion expansion)
    {
        html.Start("details", ("class", "expansion")).Start("summary").Leaf("code", expansion.Clause, ("dir", "auto"))
            .Text(IsAlso(expansion)
                ? " also finds " + Words.Count(expansion.TermCount, Noun(expansion), Noun(expansion) + "s")
                : " became " + Words.Count(expansion.TermCount, "word", "words")
                + (expansion.IsTruncated ? ", not all of which were searched for" : "")).End("summary").Start("p");
        int shown = Math.Min(expansion.Terms.Count, ShownTerms);
        for (int i = 0; i < shown; i++)
        {
            html.Text(i == 0 ? "" : ", ").Leaf("span", expansion.Terms[i], ("dir", "auto"));
        }

        int more = expansion.TermCount - shown;
        html.Text(more > 0 ? $" and {Words.Number(more)} more" : "").End("p").End("details");
    }
}
