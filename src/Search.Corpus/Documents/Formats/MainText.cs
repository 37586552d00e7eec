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

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FurnitureTokens =
        Furniture.GetAlternateLookup<ReadOnlySpan<char>>();

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
        Stack<MarkupNode> pending = new([source]);
        while (pending.TryPop(out MarkupNode? node))
        {
            node.Remove(child => !child.IsText && IsFurniture(child, isBody, all));
            foreach (MarkupNode child in node.Children)
            {
                if (!child.IsText)
                {
                    pending.Push(child);
                }
            }
        }

        return source;
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
        return isContainer && (HasToken(node["class"]) || HasToken(node["id"])) && node.TextLength() * 3 < all;
    }

    private static bool HasToken(string names)
    {
        foreach (Range token in names.AsSpan().SplitAny(" -_"))
        {
            if (FurnitureTokens.Contains(names.AsSpan(token)))
            {
                return true;
            }
        }

        return false;
    }
}
