using Search.Corpus.Themes;
using Search.Passages.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Pages;

namespace Search.Service.Tests.Pages;

/// <summary>Records as an index would answer with them, in words of our own.</summary>
internal static class Samples
{
    public const string LongText =
        "The committee heard that training of prosecutors and judges remains uneven across the region, and that a "
            + "single seminar "
        + "changes little unless it is followed by equipment, by mentoring and by a budget line that outlives the "
        + "donor. Several "
        + "delegations described laboratories that stood unused because nobody had been taught to keep them "
        + "running. Others said "
        + "that technical assistance works best where it answers a request, and where the office that asks for it "
        + "also decides how "
        + "it is spent. The chair recalled that technical assistance had been on the agenda of each of the last "
        + "four meetings, and "
        + "that the reports of those meetings repeat one another almost word for word. A representative of a small "
        + "island State "
        + "asked that the next report say plainly how many people were trained, by whom, and what they do today. It "
        + "was agreed that "
        + "the secretariat would circulate a short questionnaire before the end of the year, that answers would be "
        + "published with "
        + "the consent of those who give them, and that the question of a dedicated fund would be taken up when the "
        + "answers are in.";

    public static IReadOnlyList<ThemeFacts> Themes { get; } =
    [
        new("threats", "Cybercrime threats", "#b4462f",
            "Harm, danger, crime or hostile activity in or through computers and networks.", 1204, 61),
        new("rights", "Human rights", "#3f5bb5", "Rights, freedoms or the rule of law, or a safeguard for them.", 861,
            48),
        new("capacity", "Capacity building", "#2f7d5b",
            "Building the ability of States, institutions or people to act.", 640, 44),
        new("new-treaty", "New-treaty opposition", "#a06a10",
            "Arguments against a new international instrument, or the process towards it.", 97, 12),
    ];

    public static ThemeDefinition Rights { get; } = new(
        "rights", "Human rights", [new ThemeRule("rights.law", "\"rule of law\"", 2) { Note = "a < b" }]);

    public static Catalogue Catalogue { get; } = new(
        7, Themes, new Dictionary<string, string> { ["meeting/report-2019"] = "Report of the fourth meeting" });

    public static PassageHit Hit { get; } = new()
    {
        Id = "report-2019~0123456789ab",
        Document = "report-2019",
        Title = "Report of the fourth meeting on capacity and training",
        Date = "2019-07-26",
        Issuer = "Regional Committee on Networks",
        Type = "report",
        Language = "en",
        Number = 12,
        Page = 3,
        Heading = "Work of the committee › Training",
        Kind = "paragraph",
        Text = "Delegations welcomed technical assistance 🛰 that respects privacy & due process, and asked <who> "
            + "pays for it.",
        Spans = [new PassageSpan("text", 21, 41)],
        Themes =
        [
            new PassageTheme("capacity", 0.93, [new PassageEvidence("assistance", 21, 41)]),
            new PassageTheme("rights", 0.71,
                [new PassageEvidence("safeguards", 58, 65), new PassageEvidence("safeguards", 68, 79)]),
        ],
        Score = 7.25,
    };

    public static PassageHit LongHit { get; } = Hit with
    {
        Id = "report-2019~ba9876543210",
        Number = 13,
        Kind = "item",
        Text = LongText,
        Spans = [.. Spans(LongText, "technical assistance")],
        Themes = [new PassageTheme("capacity", 0.88, [new PassageEvidence("training", 25, 48)])],
    };

    public static PassageHit ArabicHit { get; } = Hit with
    {
        Id = "declaration~00112233aabb",
        Document = "declaration",
        Title = "إعلان بشأن الفضاء الإلكتروني",
        Language = "ar",
        Issuer = null,
        Date = "2021",
        Type = null,
        Page = null,
        Heading = null,
        Number = 2,
        Text = "تؤكد الدول أهمية بناء القدرات وحماية الحقوق على الإنترنت.",
        Spans = [],
        Themes = [],
    };

    public static PassageRequest Request { get; } = new()
    {
        Q = "\"technical assistance\" capac*",
        Filters = [new PassageFilter("theme", "capacity"),
            new PassageFilter("issuer", "Ministry of Silence", IsExcluded: true)],
    };

    public static PassageResponse Response { get; } = new(
        7,
        new QueryReading(
            Request.Q ?? "", "paragraphs with “technical assistance” as a phrase and any word that begins with “capac”",
            [new ReadingRepair("unbalanced-quote", 22, "A quotation mark without its partner was closed at the end.")],
            [new QueryExpansion("capac*", ["capacity", "capacities", "capacitate", "capacious"], 4, false)]),
        1234,
        [Hit, LongHit, ArabicHit],
        new Dictionary<string, IReadOnlyList<FacetCount>>
        {
            ["theme"] = [new("capacity", 640), new("rights", 218), new("threats", 97), new("new-treaty", 11)],
            ["issuer"] =
            [
                new("Regional Committee on Networks", 400), new("European Parliament", 212),
                    new("United Nations Office on Drugs and Crime", 150),
                new("Australia", 90), new("Canada", 71), new("Council of Europe", 60), new("France", 33),
                    new("New Zealand", 12), new("Norway", 3),
            ],
            ["year"] =
            [
                new("2019", 210), new("2021", 180), new("2018", 90), new("2001", 12), new("2013", 44),
                    new("2024", 150), new("2023", 133),
                new("2020", 99), new("2015", 51),
            ],
            ["lang"] = [new("en", 1200), new("fr", 33), new("ar", 1)],
            ["kind"] = [new("paragraph", 900), new("item", 300), new("footnote", 34)],
            ["type"] = [new("report", 700), new("statement", 300)],
            ["doc"] = [new("meeting/report-2019", 88)],
        },
        "next-page");

    public static DocumentView Document { get; } = new()
    {
        Id = "report-2019",
        Path = "report-2019.pdf",
        Title = Hit.Title,
        Date = Hit.Date,
        Issuer = Hit.Issuer,
        Type = "report",
        Language = "en",
        Source = "https://example.org/report?a=1&b=2",
        Licence = "CC BY 4.0",
        Format = "pdf",
        Units = 8,
        Paragraphs = 4,
        Themes = [new FacetCount("capacity", 2)],
        Generation = 7,
        Passages =
        [
            Unit(1, "heading", "Report of the fourth meeting", 1, null),
            Unit(2, "paragraph", "The committee met for three days.", 1, "Report of the fourth meeting"),
            Unit(3, "heading", "Training", 2, "Report of the fourth meeting"),
            Hit with { Number = 4, Page = 2, Score = null, Spans = [] },
            LongHit with { Number = 5, Page = 2, Spans = [] },
            Unit(6, "table", "Year | Trained\n2018 | 40\n2019 | 61", 3, "Training"),
            Unit(7, "footnote", "See the annex of the third report.", 3, "Training"),
            Unit(8, "signature", "The chair", 3, "Training"),
        ],
    };

    public static ParagraphView Paragraph { get; } = new()
    {
        Id = Hit.Id,
        Document = Hit.Document,
        Title = Hit.Title,
        Date = Hit.Date,
        Issuer = Hit.Issuer,
        Type = Hit.Type,
        Language = Hit.Language,
        Number = Hit.Number,
        Page = Hit.Page,
        Heading = Hit.Heading,
        Kind = Hit.Kind,
        Text = Hit.Text,
        Themes = Hit.Themes,
        Generation = 7,
        SourceDocument = Document,
        Before = [Unit(11, "paragraph", "What stands before it.", 3, null)],
        After = [Unit(13, "paragraph", "What stands behind it.", 3, null)],
    };

    public static DocumentsResponse Documents { get; } =
        new(7, 2, [Document, Document with { Id = "other", Title = "Another one", Date = null }], "more");

    public static IndexStatus Status { get; } = new()
    {
        IsReady = true,
        Generation = 7,
        Documents = 398,
        Units = 60_123,
        Paragraphs = 48_211,
        Failures = [new FileFailure("a/scan.pdf", "no-text-layer", "The file holds pictures of pages and no text.")],
    };

    public static IReadOnlyDictionary<string, PassageHit> Hits { get; } =
        new Dictionary<string, PassageHit> { [Hit.Id] = Hit, [LongHit.Id] = LongHit };

    private static PassageHit Unit(int number, string kind, string text, int page, string? heading) => Hit with
    {
        Id = $"report-2019~{number:x12}",
        Number = number,
        Kind = kind,
        Text = text,
        Page = page,
        Heading = heading,
        Spans = [],
        Themes = [],
        Score = null,
    };

    private static IEnumerable<PassageSpan> Spans(string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at =
            text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return new PassageSpan("text", at, at + words.Length);
        }
    }
}
