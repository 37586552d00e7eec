using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Segments;
using Search.Queries.Parsing;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Searching;

/// <summary>A few documents, each a segment of its own in memory, asked by query strings.</summary>
internal sealed class SmallIndex
{
    private readonly List<SegmentView> _segments = [];
    private readonly List<IndexDocument> _documents = [];

    public static IndexSchema Schema { get; } = new(
        [
            new("text", FieldKind.Text),
            new("title", FieldKind.Text),
            new("theme", FieldKind.Keyword),
            new("date", FieldKind.Interval, IntervalUnit: IntervalUnit.Date),
            new("number", FieldKind.Interval),
        ],
        "text",
        Analyzers.For)
    {
        QueryLanguages = ["en", "und"],
    };

    public IndexSearcher Searcher => new(
        _segments,
        Schema,
        null,
        (segment, _, asked) => _documents[segment].Values.FirstOrDefault(value => value.Field == asked.Name).Text);

    public static SmallIndex Of(params string[] texts)
    {
        var index = new SmallIndex();
        foreach (string text in texts)
        {
            index.Add(new IndexDocument { Language = "en" }.Add("text", text));
        }

        return index;
    }

    public static Query Parse(string query) => QueryParser.Parse(query, new QueryOptions
    {
        Fields = Schema.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase),
    }).Query;

    public static string[] Marked(string text, string query)
    {
        var document = new AnalyzedDocument(Schema);
        document.Reset(new IndexDocument { Language = "en" }.Add("text", text));
        var matcher = new DocumentMatcher(Parse(query), Schema);
        return [.. matcher.Spans(document).Select(span => text[span.Start..span.End])];
    }

    public void Add(IndexDocument document)
    {
        var memory = new MemoryDocument(Schema);
        memory.Reset(document);
        _segments.Add(memory);
        _documents.Add(document);
    }

    public int[] Hits(string query) =>
        [.. Searcher.Documents(Parse(query)).Select(address => address.Segment)];
}
