using Search.Passages;
using Search.Passages.Documents;
using Search.Passages.Themes;

namespace Search.Service.Pages;

/// <summary>
/// What pages of one generation need to name things: themes in the scheme's order, titles of documents.
/// </summary>
/// <param name="Generation">The generation; null before the first.</param>
/// <param name="Themes">The themes.</param>
/// <param name="Titles">Titles by document id; empty where there are too many documents to keep.</param>
internal sealed record Catalogue(
    long? Generation, IReadOnlyList<ThemeFacts> Themes, IReadOnlyDictionary<string, string> Titles)
{
    private const int MostTitles = 5_000;

    /// <summary>Nothing is known yet.</summary>
    public static Catalogue Empty { get; } = new(null, [], new Dictionary<string, string>());

    /// <summary>
    /// A theme by its id, with its place in the scheme; the id itself where the scheme has none such.
    /// </summary>
    public (string Label, int Place) Theme(string id)
    {
        for (int i = 0; i < Themes.Count; i++)
        {
            if (Themes[i].Id.Equals(id, StringComparison.Ordinal))
            {
                return (Themes[i].Label, i);
            }
        }

        return (id, 0);
    }

    /// <summary>Reads the catalogue of the current generation.</summary>
    public static Catalogue Read(PassageIndex index)
    {
        ThemesResponse themes = index.Themes();
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        DocumentsResponse page = index.Documents(new DocumentsRequest { Limit = 100 });
        while (page.Total <= MostTitles)
        {
            foreach (DocumentFacts document in page.Documents)
            {
                titles[document.Id] = document.Title;
            }

            if (page.Next is null)
            {
                break;
            }

            page = index.Documents(new DocumentsRequest { Limit = 100, Cursor = page.Next });
        }

        return new Catalogue(themes.Generation, themes.Themes, titles);
    }
}
