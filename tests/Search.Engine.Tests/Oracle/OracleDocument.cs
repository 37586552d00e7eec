using Search.Engine.Indexing;

namespace Search.Engine.Tests.Oracle;

/// <summary>A document as the oracle sees it: lists of words.</summary>
internal sealed record OracleDocument(
    string Id, string[] Text, string[] Title, string[] Themes, (long Lower, long Upper)? Interval, bool IsDeleted)
{
    public string[] Words(string? field) => field == "title" ? Title : Text;

    public static string Stem(string word) => word.Length > 1 && word.EndsWith('s') ? word[..^1] : word;

    public IndexDocument ToIndexDocument()
    {
        var document = new IndexDocument();
        document.Add("id", Id);
        document.Add("text", string.Join(' ', Text));
        if (Title.Length > 0)
        {
            document.Add("title", string.Join(' ', Title));
        }

        foreach (string theme in Themes)
        {
            document.Add("theme", theme);
        }

        if (Interval is { } interval)
        {
            document.Add("number", interval.Lower, interval.Upper);
        }

        return document;
    }
}
