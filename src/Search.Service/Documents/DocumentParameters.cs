using Search.Passages.Documents;
using Search.Service.Requests;
using Search.Service.Settings;

namespace Search.Service.Documents;

/// <summary>The parameters of the list of documents.</summary>
internal static class DocumentParameters
{
    private static readonly Dictionary<string, DocumentSort> Sorts = new(StringComparer.Ordinal)
    {
        ["id"] = DocumentSort.Id,
        ["title"] = DocumentSort.Title,
        ["date"] = DocumentSort.DateAscending,
        ["-date"] = DocumentSort.DateDescending,
    };

    /// <summary>Values of <c>sort</c>.</summary>
    public static IReadOnlyList<string> SortNames { get; } = [.. Sorts.Keys];

    /// <summary>What may be sent.</summary>
    public static IReadOnlyList<ParameterSpec> Specs(LimitSettings limits) =>
    [
        new("sort", "Order of the documents; ties go by id.") { Values = SortNames },
        new("limit", $"Most documents in one answer; {limits.DefaultHits} unless told otherwise.")
        { Range = (1, limits.MaxHits) },
        new("cursor", "Where to go on: `next` of the answer before."),
    ];

    /// <summary>Makes a request of checked parameters.</summary>
    public static DocumentsRequest Read(CheckedParameters sent, LimitSettings limits, string sort = "id") => new()
    {
        Sort = Sorts[sent.Text("sort") ?? sort],
        Limit = sent.Whole("limit", limits.DefaultHits),
        Cursor = sent.Text("cursor"),
    };

    /// <summary>The canonical address of a list of documents.</summary>
    public static string Url(string path, DocumentsRequest request) => new UrlWriter(path)
        .Add("sort", NameOf(request.Sort))
        .Add("limit", request.Limit.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .Add("cursor", request.Cursor)
        .ToString();

    /// <summary>The value of <c>sort</c> that means an order.</summary>
    public static string NameOf(DocumentSort sort) => Sorts.First(pair => pair.Value == sort).Key;
}
