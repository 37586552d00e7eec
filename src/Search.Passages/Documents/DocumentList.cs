using System.Globalization;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;
using Search.Passages.Search;
using Search.Queries.Dates;

namespace Search.Passages.Documents;

/// <summary>The documents of one generation, from what is known of its folder.</summary>
internal sealed class DocumentList(Generation generation)
{
    private const int MaxLimit = 100;

    /// <summary>One page of the list.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    public DocumentsResponse Page(DocumentsRequest request, PassageCursor? cursor)
    {
        DocumentFacts[] all = Sort(request.Sort);
        int start = cursor is null ? 0
            : int.TryParse(cursor.Position, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset
            : throw PassageCursor.Bad();
        DocumentFacts[] page = [.. all.Skip(start).Take(request.Limit)];
        int end = start + page.Length;
        string? next = end < all.Length
            ? new PassageCursor(generation.Number, end.ToString(CultureInfo.InvariantCulture)).Write(Canonical(request))
            : null;
        return new DocumentsResponse(generation.Number, all.Length, page, next);
    }

    /// <summary>Where a request goes on; null for the first page.</summary>
    /// <exception cref="PassageRequestException">The request is wrong.</exception>
    public static PassageCursor? Check(DocumentsRequest request) =>
        request.Limit is < 1 or > MaxLimit
            ? throw new PassageRequestException(
                "limit_out_of_range", "limit", $"The limit is {request.Limit}; allowed is 1 to {MaxLimit}.")
            : string.IsNullOrEmpty(request.Cursor) ? null : PassageCursor.Read(request.Cursor, Canonical(request));

    /// <summary>One document; null where there is none of that id.</summary>
    public DocumentFacts? Find(string id) =>
        generation.State.Files
            .Where(file => file.Id == id)
            .Select(Facts)
            .FirstOrDefault(facts => facts is not null);

    private static string Canonical(DocumentsRequest request) => $"documents {request.Sort}";

    private static DocumentFacts? Facts(KnownFile file)
    {
        if (file.Document is not KnownDocument document)
        {
            return null;
        }

        return new DocumentFacts
        {
            Id = file.Id,
            Path = file.Path,
            Title = document.Title,
            Date = document.Date,
            Issuer = document.Issuer,
            Type = document.Type,
            Language = document.Language,
            Source = document.Source,
            Licence = document.Licence,
            Format = document.Format,
            Units = document.Kinds.Values.Sum(),
            Paragraphs = PassageKinds.Searched.Sum(kind => document.Kinds.GetValueOrDefault(kind)),
            Themes =
            [
                .. document.Themes.OrderByDescending(theme => theme.Value)
                    .ThenBy(theme => theme.Key, StringComparer.Ordinal)
                    .Select(theme => new FacetCount(theme.Key, theme.Value)),
            ],
        };
    }

    private DocumentFacts[] Sort(DocumentSort sort)
    {
        IEnumerable<DocumentFacts> all = generation.State.Files.Select(Facts).OfType<DocumentFacts>();
        IOrderedEnumerable<DocumentFacts> sorted = sort switch
        {
            DocumentSort.Title => all.OrderBy(facts => FieldFolding.Fold(facts.Title), StringComparer.Ordinal),
            DocumentSort.DateAscending => all.OrderBy(facts => Day(facts) ?? int.MaxValue),
            DocumentSort.DateDescending => all.OrderByDescending(facts => Day(facts) ?? int.MinValue),
            _ => all.OrderBy(facts => facts.Id, StringComparer.Ordinal),
        };
        return [.. sorted.ThenBy(facts => facts.Id, StringComparer.Ordinal)];
    }

    private static int? Day(DocumentFacts facts) =>
        PartialDate.TryParse(facts.Date, out PartialDate date) ? date.First.DayNumber : null;
}
