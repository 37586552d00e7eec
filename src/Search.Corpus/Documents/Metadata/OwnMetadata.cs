using System.Globalization;
using Search.Corpus.Paragraphs;
using Search.Queries.Dates;

namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// Holds what a maker of PDF wrote into a file against its text: a title left over from a template and the day of a
/// late conversion are not the document's.
/// </summary>
internal static class OwnMetadata
{
    private const int LengthToLookAt = 20_000;
    private const int ShortestWord = 4;
    private const int MostDaysLater = 370;

    /// <summary>What may be believed.</summary>
    /// <param name="own">What the file says of itself; null for nothing.</param>
    /// <param name="firstPage">What its first page says.</param>
    /// <param name="paragraphs">Its text.</param>
    public static MetadataValues? Believe(
        MetadataValues? own, MetadataValues firstPage, IReadOnlyList<Paragraph> paragraphs) => own is null
        ? null
        : own with
        {
            Title = own.Title is string title && IsFoundIn(paragraphs, title) ? title : null,
            Date = own.Date is string date && MayBeWritten(date, firstPage.Date, paragraphs) ? date : null,
        };

    // Most of its longer words are somewhere near the beginning.
    private static bool IsFoundIn(IReadOnlyList<Paragraph> paragraphs, string title)
    {
        string[] words = [.. title.Split([' ', ',', ':', ';', '.', '(', ')', '"', '“', '”', '–', '-', '/'])
            .Where(word => word.Length >= ShortestWord)];
        if (words.Length == 0)
        {
            return false;
        }

        string head = Head(paragraphs);
        int found = words.Count(word => head.Contains(word, StringComparison.OrdinalIgnoreCase));
        return found * 10 >= words.Length * 6;
    }

    private static bool MayBeWritten(string date, string? onFirstPage, IReadOnlyList<Paragraph> paragraphs)
    {
        if (DateFinder.Parse(date) is not PartialDate made)
        {
            return false;
        }

        if (onFirstPage is not null && DateFinder.Parse(onFirstPage) is PartialDate written)
        {
            return made.First.DayNumber - written.Last.DayNumber <= MostDaysLater && made.Last >= written.First;
        }

        string year = made.First.Year.ToString("D4", CultureInfo.InvariantCulture);
        return paragraphs.Any(unit => unit.Text.Contains(year, StringComparison.Ordinal));
    }

    private static string Head(IReadOnlyList<Paragraph> paragraphs)
    {
        int length = 0;
        return string.Join('\n', paragraphs.TakeWhile(unit => (length += unit.Text.Length) < LengthToLookAt)
            .Select(unit => unit.Text));
    }
}
