using System.Collections.Frozen;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Finds the main text of a web page, and takes navigation, cookie notices and the like out of it.</summary>
internal static class MainText
{
    private static readonly FrozenSet<string> Furniture = FrozenSet.ToFrozenSet(
        [
            "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "navbar", "nav", "navigation", "menu",
            "sidebar", "share", "sharing", "social", "newsletter", "subscribe", "advert", "advertisement", "popup",
                "modal",
            "skip", "related", "comments", "pagination", "toolbar",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The element that holds the main text.</summary>
    public static MarkupNode Find(MarkupNode root)
    {
        MarkupNode body = root.Descendants().FirstOrDefault(node => node.Name == "body") ?? root;
        int all = body.TextLength();
        MarkupNode? main = null;
        foreach (MarkupNode node in body.Descendants().Where(node => !node.IsText))
        {
            bool isCandidate = node.Name == "main" || node["role"] == "main" || node.Name == "article";
            if (isCandidate && node.TextLength() > Math.Max(200, all * 2 / 5))
            {
                main = node;
                break;
            }
        }

        return Clean(main ?? body, isBody: main is null);
    }

    private static MarkupNode Clean(MarkupNode source, bool isBody)
    {
        int all = source.TextLength();
        MarkupNode result = Copy(source);
        Stack<(MarkupNode Source, MarkupNode Target)> pending = new([(source, result)]);
        while (pending.TryPop(out (MarkupNode Source, MarkupNode Target) next))
        {
            foreach (MarkupNode child in next.Source.Children)
            {
                if (child.IsText)
                {
                    next.Target.Add(new MarkupNode { Text = child.Text });
                }
                else if (!IsFurniture(child, isBody, all))
                {
                    MarkupNode copy = Copy(child);
                    next.Target.Add(copy);
                    pending.Push((child, copy));
                }
            }
        }

        return result;
    }

    private static MarkupNode Copy(MarkupNode node)
    {
        MarkupNode copy = new() { Name = node.Name };
        foreach (string attribute in (ReadOnlySpan<string>)["class", "style", "hidden", "aria-hidden", "role",
            "outline-level"])
        {
            if (node.Has(attribute))
            {
                copy.Set(attribute, node[attribute]);
            }
        }

        return copy;
    }

    private static bool IsFurniture(MarkupNode node, bool isBody, int all)
    {
        if (node["role"] is "navigation" or "banner" or "contentinfo" or "search" or "dialog" or "complementary")
        {
            return node.TextLength() * 2 < all;
        }

        if (node.Name is "footer" or "header")
        {
            bool hasTitle = node.Descendants().Any(child => child.Name == "h1");
            return (node.Name == "footer" || isBody) && !hasTitle && node.TextLength() * 2 < all;
        }

        bool isContainer = node.Name is "div" or "section" or "ul" or "p" or "span" or "ol";
        return isContainer && HasToken(node["class"]) | HasToken(node["id"]) && node.TextLength() * 3 < all;
    }

    private static bool HasToken(string names) => names.Length > 0
        && names.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Any(Furniture.Contains);
}
