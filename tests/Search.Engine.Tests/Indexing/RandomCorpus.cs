using System.Globalization;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;

namespace Search.Engine.Tests.Indexing;

/// <summary>Random documents with common and rare words, and the schema they are written with.</summary>
internal sealed class RandomCorpus
{
    private readonly Random _random;

    /// <summary>Makes a source of documents and prints its seed.</summary>
    public RandomCorpus(int? seed = null)
    {
        Seed = seed ?? Environment.TickCount;
        TestContext.Out.WriteLine($"seed {Seed}");
        _random = new Random(Seed);
    }

    /// <summary>The schema.</summary>
    public static IndexSchema Schema { get; } = new(
        [
            new("text", FieldKind.Text, IsStored: true),
            new("title", FieldKind.Text),
            new("id", FieldKind.Keyword, IsStored: true),
            new("tag", FieldKind.Keyword),
            new("date", FieldKind.Interval, IntervalUnit: IntervalUnit.Date),
            new("size", FieldKind.Interval, IsStored: true),
            new("note", FieldKind.StoredOnly),
        ],
        "text",
        _ => new SpaceAnalyzer())
    {
        Pairs = new PairRule
        {
            LeastDocs = 2,
            DocsPerWord = 10_000,
            DocsPerBoth = 10_000,
            DocsPerPair = 10_000,
            DocsOfBothPerPair = 10_000,
        },
    };

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>Numbers from the same seed.</summary>
    public Random Random => _random;

    /// <summary>So many documents, with ids from a number on.</summary>
    public List<IndexDocument> Documents(int count, int firstId = 0) =>
        [.. Enumerable.Range(firstId, count).Select(Document)];

    /// <summary>One document.</summary>
    public IndexDocument Document(int id)
    {
        var document = new IndexDocument();
        document.Add("id", id.ToString(CultureInfo.InvariantCulture));
        if (_random.Next(20) > 0)
        {
            document.Add("text", Text(_random.Next(10) == 0 ? 300 : 20));
        }

        if (_random.Next(3) == 0)
        {
            document.Add("title", Text(5));
        }

        for (int i = _random.Next(4); i > 0; i--)
        {
            document.Add("tag", $"tag{_random.Next(9)}");
        }

        if (_random.Next(3) > 0)
        {
            long lower = _random.Next(1000) - 500;
            document.Add("date", lower, lower + _random.Next(3));
        }

        if (_random.Next(50) == 0)
        {
            document.Add("size", long.MinValue, long.MaxValue - _random.Next(3));
        }

        if (_random.Next(5) == 0)
        {
            document.Add("note", new string('é', _random.Next(40)));
        }

        return document;
    }

    private string Text(int length) =>
        string.Join(' ', Enumerable.Range(0, _random.Next(length)).Select(_ => Word()));

    private string Word() => _random.Next(40) switch
    {
        < 15 => "the",
        < 22 => "of",
        < 30 => $"word{_random.Next(20)}s",
        < 34 => $"{_random.Next(400)}",
        35 => "~",
        36 => "+again",
        _ => $"internationalization{_random.Next(5000)}",
    };
}
