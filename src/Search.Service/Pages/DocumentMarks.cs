using Search.Passages.Search;
using Search.Service.Requests;
using Search.Service.Searches;

namespace Search.Service.Pages;

/// <summary>Finds what a query matches in one document, of every kind of unit.</summary>
internal static class DocumentMarks
{
    // A page marks that many paragraphs at most; a longer document says nothing false, it only stops marking.
    private const int MostAnswers = 50;

    /// <summary>Searches the document to its end.</summary>
    /// <returns>The hits by paragraph id, and how the query was read.</returns>
    public static async Task<(Dictionary<string, PassageHit> Hits, QueryReading Reading)> FindAsync(
        SearchDesk desk, string document, PassageRequest asked, CancellationToken aborted)
    {
        PassageRequest request = new()
        {
            Q = asked.Q,
            IsOr = asked.IsOr,
            UsesSynonyms = asked.UsesSynonyms,
            Filters = [new PassageFilter("doc", document),
                .. FilterNames.Kinds.Select(kind => new PassageFilter("kind", kind))],
            Sort = PassageSort.Document,
            Limit = 100,
        };
        Dictionary<string, PassageHit> hits = new(StringComparer.Ordinal);
        PassageResponse response = await desk.SearchAsync(request, aborted).ConfigureAwait(false);
        for (int answers = 1; ; answers++)
        {
            foreach (PassageHit hit in response.Hits)
            {
                hits[hit.Id] = hit;
            }

            if (response.Next is null || answers == MostAnswers)
            {
                return (hits, response.Query);
            }

            response = await desk.SearchAsync(request with { Cursor = response.Next }, aborted).ConfigureAwait(false);
        }
    }
}
