using System.Globalization;
using Search.Corpus.Paragraphs;
using Search.Corpus.Themes;
using Search.Engine.Indexing;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;
using Search.Queries.Dates;

namespace Search.Passages.Indexing;

/// <summary>Turns the units of a document into documents of the engine, and back.</summary>
internal static class PassageBuilder
{
    /// <summary>One unit as the engine takes it.</summary>
    /// <param name="documentId">Id of its document.</param>
    /// <param name="document">What is known of its document.</param>
    /// <param name="id">Its address.</param>
    /// <param name="paragraph">The unit.</param>
    /// <param name="tags">Its themes, best first.</param>
    public static IndexDocument Build(
        string documentId, KnownDocument document, string id, Paragraph paragraph, IReadOnlyList<ThemeTag> tags)
    {
        IndexDocument built = Searched(documentId, document, id, paragraph, tags);
        var facts = new PassageFacts
        {
            Number = paragraph.Number,
            Page = paragraph.Page,
            Kind = PassageKinds.Name(paragraph.Kind),
            Language = built.Language,
            Date = document.Date,
            Issuer = document.Issuer,
            Type = document.Type,
            LeadIn = paragraph.LeadIn,
            Mark = paragraph.Mark,
            HeadingPath = paragraph.HeadingPath.Count > 0 ? paragraph.HeadingPath : null,
            SourceStart = paragraph.SourceStart,
            SourceEnd = paragraph.SourceEnd,
            Themes = tags.Count > 0 ? tags : null,
        };
        return built.Add(PassageFields.Facts, facts.Write());
    }

    /// <summary>What of a unit is searched, without what is only shown.</summary>
    private static IndexDocument Searched(
        string documentId, KnownDocument document, string id, Paragraph paragraph, IReadOnlyList<ThemeTag> tags)
    {
        string? language = paragraph.Language ?? document.Language;
        var built = new IndexDocument { Language = language };
        _ = built.Add(PassageFields.Text, paragraph.Text).Add(PassageFields.Title, document.Title);
        if (paragraph.HeadingPath.Count > 0)
        {
            _ = built.Add(
                PassageFields.Heading, string.Join(PassageFields.HeadingSeparator, paragraph.HeadingPath));
        }

        string kind = PassageKinds.Name(paragraph.Kind);
        _ = built.Add(PassageFields.Id, id).Add(PassageFields.Document, documentId).Add(PassageFields.Kind, kind);
        AddFolded(built, PassageFields.Issuer, document.Issuer);
        AddFolded(built, PassageFields.Type, document.Type);
        AddFolded(built, PassageFields.Language, language);
        foreach (ThemeTag tag in tags)
        {
            AddFolded(built, PassageFields.Theme, tag.Theme);
        }

        AddNumbers(built, document, paragraph);
        return built;
    }

    /// <summary>The unit that was stored.</summary>
    public static Paragraph Restore(StoredDocument stored, PassageFacts facts) =>
        new(PassageKinds.Parse(facts.Kind), stored[PassageFields.Text] ?? "")
        {
            Number = facts.Number,
            Page = facts.Page,
            HeadingPath = facts.HeadingPath ?? [],
            LeadIn = facts.LeadIn,
            Mark = facts.Mark,
            Language = facts.Language,
            SourceStart = facts.SourceStart,
            SourceEnd = facts.SourceEnd,
        };

    /// <summary>A stored passage as it was given to the engine, without what is only shown.</summary>
    public static IndexDocument FromStored(StoredDocument stored, PassageFacts facts) => Searched(
        stored[PassageFields.Document] ?? "",
        new KnownDocument
        {
            Format = "",
            Title = stored[PassageFields.Title] ?? "",
            Date = facts.Date,
            Issuer = facts.Issuer,
            Type = facts.Type,
        },
        stored[PassageFields.Id] ?? "",
        Restore(stored, facts),
        facts.Themes ?? []);

    private static void AddNumbers(IndexDocument built, KnownDocument document, Paragraph paragraph)
    {
        if (document.Date is not null && PartialDate.TryParse(document.Date, out PartialDate date))
        {
            _ = built.Add(PassageFields.Date, date.First.DayNumber, date.Last.DayNumber)
                .Add(PassageFields.Year, date.First.Year.ToString("0000", CultureInfo.InvariantCulture));
        }

        _ = built.Add(PassageFields.Number, paragraph.Number, paragraph.Number);
        if (paragraph.Page is int page)
        {
            _ = built.Add(PassageFields.Page, page, page);
        }
    }

    private static void AddFolded(IndexDocument built, string field, string? value)
    {
        string folded = value is null ? "" : FieldFolding.Fold(field, value);
        if (value is not null && folded.Length > 0)
        {
            _ = built.Add(field, folded).Add(PassageFields.Shown(field), value.Trim());
        }
    }
}
