namespace Search.Service.Requests;

/// <summary>What passages are filtered and counted by, in the order of addresses and of the page.</summary>
internal static class FilterNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["theme", "doc", "issuer", "type", "lang", "kind", "year"];

    /// <summary>The kinds of unit that there are, the counted ones first.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["paragraph", "item", "footnote", "heading", "signature", "table", "other"];
}
