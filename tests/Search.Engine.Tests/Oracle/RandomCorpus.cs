using System.Globalization;
using Search.Engine.Schemas;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>Random documents of few words, and random queries about them.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] Vocabulary =
        ["a", "b", "ab", "ba", "abc", "abd", "cat", "cats", "dog", "dogs", "cab", "gods"];

    private static readonly string[] AllThemes = ["rights", "threats", "capacity", "new"];

    private readonly Random _random = new(seed);

    public static IndexSchema Schema { get; } = new(
        [
            new("text", FieldKind.Text),
            new("title", FieldKind.Text),
            new("theme", FieldKind.Keyword),
            new("id", FieldKind.Keyword),
            new("number", FieldKind.Interval),
        ],
        "text",
        _ => new SpaceAnalyzer())
    {
        // Segments of the few documents of a test list some pairs.
        Pairs = new PairRule { LeastDocs = 4, DocsPerPair = 8 },
    };

    public OracleDocument[] Documents(int count, bool withDeletes) =>
        [.. Enumerable.Range(0, count).Select(i => Document($"d{i}", withDeletes && Chance(0.2)))];

    public Query Query(int depth = 3) => _random.Next(depth > 0 ? 14 : 8) switch
    {
        0 or 1 => Term(),
        2 => Phrase(),
        3 => Pattern(),
        4 => new TermQuery("theme", Any(AllThemes)),
        5 => Range(),
        6 => new TermQuery("title", Any(Vocabulary), Form()),
        7 => new FuzzyQuery(Field(), Any(Vocabulary), _random.Next(3), _random.Next(3)),
        8 => new BoostQuery(Query(depth - 1), _random.Next(5) / 2f),
        9 => new ConstantScoreQuery(Query(depth - 1), _random.Next(5) / 2f),
        10 => Near(2),
        _ => Boolean(() => Query(depth - 1)),
    };

    private OracleDocument Document(string id, bool isDeleted)
    {
        long lower = _random.Next(-5, 20);
        return new OracleDocument(
            id,
            Words(_random.Next(20)),
            Chance(0.5) ? Words(_random.Next(4)) : [],
            [.. AllThemes.Where(_ => Chance(0.3))],
            Chance(0.8) ? (lower, lower + _random.Next(4)) : null,
            isDeleted);
    }

    private string[] Words(int count)
    {
        // Half of a text repeats few words, so that phrases and repeats are met.
        int kinds = Chance(0.5) ? 4 : Vocabulary.Length;
        int first = _random.Next(Vocabulary.Length - kinds + 1);
        return [.. Enumerable.Range(0, count).Select(_ => Vocabulary[first + _random.Next(kinds)])];
    }

    private TermQuery Term() => new(null, Chance(0.1) ? "none" : Any(Vocabulary), Form());

    private PhraseQuery Phrase()
    {
        List<PhrasePart> parts = [PhrasePart()];
        for (int i = _random.Next(1, 3); i > 0; i--)
        {
            if (Chance(0.2))
            {
                parts.Add(new PhraseGap());
            }

            parts.Add(PhrasePart());
        }

        return new PhraseQuery(Field(), [.. parts], Chance(0.5) ? 0 : _random.Next(1, 5), Form());
    }

    private PhrasePart PhrasePart() => Chance(0.2)
        ? new PhraseWildcard(Any("a*", "*b", "?a?", "c*s", "d*"))
        : new PhraseWord(Any(Vocabulary), Form());

    private Query Pattern() => _random.Next(3) switch
    {
        0 => new PrefixQuery(Field(), Any("a", "ab", "c", "d", "z")),
        1 => new WildcardQuery(Field(), Any("*b", "a?", "?a*", "*a*", "c*s", "??", "*o*s")),
        _ => new RegexQuery(Field(), Any("a.*", "(a|b)+", "[a-c]*", "ca[^x]s?", "d.{2}", "(cat|dog)s?", ".{3}")),
    };

    private RangeQuery Range()
    {
        (bool includesLower, bool includesUpper) = (Chance(0.5), Chance(0.5));
        return _random.Next(3) switch
        {
            0 => new RangeQuery("number", Bound(), Bound(), includesLower, includesUpper),
            1 => new RangeQuery("theme", Maybe("n"), Maybe("rights"), includesLower, includesUpper),
            _ => new RangeQuery(Field(), Maybe("ab"), Maybe("cats"), includesLower, includesUpper),
        };

        string? Maybe(string bound) => Chance(0.3) ? null : bound;

        string? Bound() => Chance(0.2) ? null : _random.Next(-6, 22).ToString(CultureInfo.InvariantCulture);
    }

    private NearQuery Near(int depth)
    {
        Query[] operands = [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Operand(depth))];
        return new NearQuery([.. operands], _random.Next(1, 5), Chance(0.5));
    }

    private Query Operand(int depth) => _random.Next(depth > 0 ? 7 : 4) switch
    {
        0 or 1 => Term(),
        2 => Phrase() with { Field = null },
        3 => new PrefixQuery(null, Any("a", "ab", "c")),
        4 => Near(depth - 1),
        _ => Boolean(() => Operand(depth - 1)),
    };

    private BooleanQuery Boolean(Func<Query> inner)
    {
        // At least one clause is positive: what pure negatives mean is a matter of its own.
        List<BooleanClause> clauses = [new(Chance(0.5) ? Occur.Must : Occur.Should, inner())];
        for (int i = _random.Next(3); i > 0; i--)
        {
            clauses.Add(new BooleanClause((Occur)_random.Next(3), inner()));
        }

        return new BooleanQuery([.. clauses]);
    }

    private string? Field() => Chance(0.2) ? "title" : null;

    private WordForm Form() => (WordForm)_random.Next(3);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private string Any(params string[] items) => items[_random.Next(items.Length)];
}
