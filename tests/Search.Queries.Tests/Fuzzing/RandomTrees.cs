using Search.Queries.Trees;

namespace Search.Queries.Tests.Fuzzing;

/// <summary>Random trees, made by hand: also such as no string would parse to.</summary>
internal sealed class RandomTrees(Random random)
{
    private static readonly string[] Words =
    [
        "a", "b", "cyber", "co-operation", "A/RES/74/247", "AND", "OR", "NOT", "&&", "||", "NEAR", "ONEAR", "NEAR/5",
        "w/5", "/s", "pre/3", "/", "=x", "~y", "x~", "x~1", "x^2", "^", "-x", "+x", "!x", "x!", "x!!", "a b",
        "(a)", "[a]",
        "{a", "a\"b", "“a”", "a*b", "*", "?", "a?", "\\", "\\u0041", "title:x", "title", ":x", "x:", "10:30",
        "http://a?b",
        "x,", "x;", ",", "a,b", ">2", "<=3", "1..2", "1..", "..", "ünï", "Привет", "日本", "😀", "\0", "\u200F", "don't",
        "don’t", "C++", "*:*", "theme:a", "[* TO *]", "TO", "u0041", "/etc/passwd", "//", "x/", "\u2011", ".", "…",
    ];

    private static readonly string?[] Fields = [null, null, null, "title", "theme", "date"];

    internal Query Next(int depth)
    {
        int kind = depth == 0 ? random.Next(9) : random.Next(16);
        return kind switch
        {
            0 or 1 => new TermQuery(Field(), Word(), Form()),
            2 => Phrase(),
            3 => new PrefixQuery(Field(), random.Next(8) == 0 ? "" : Word()),
            4 => new WildcardQuery(Field(), Pattern()),
            5 => new RegexQuery(Field(), Word()),
            6 => new FuzzyQuery(Field(), Word(), random.Next(3)),
            7 => new RangeQuery(Field(), Bound(), Bound(), random.Next(2) == 0, random.Next(2) == 0),
            8 => random.Next(4) == 0 ? new MatchNoneQuery() : new MatchAllQuery(),
            9 => new BoostQuery(Next(depth - 1), Number()),
            10 => new ConstantScoreQuery(Next(depth - 1), Number()),
            11 => new NearQuery(Several(depth), random.Next(12), random.Next(2) == 0),
            12 => new WithinQuery(Several(depth), (TextUnit)random.Next(2)),
            _ => new BooleanQuery([.. Several(depth).Select(q => new BooleanClause((Occur)random.Next(3), q))]),
        };
    }

    private string Word() => random.Next(3) == 0
        ? Words[random.Next(Words.Length)] + Words[random.Next(Words.Length)]
        : Words[random.Next(Words.Length)];

    private string? Field() => Fields[random.Next(Fields.Length)];

    private WordForm Form() => (WordForm)random.Next(3);

    private float Number() => random.Next(4) switch
    {
        0 => random.Next(5),
        1 => random.NextSingle(),
        2 => random.NextSingle() * 1e20f,
        _ => random.NextSingle() * 1e-20f,
    };

    private string? Bound() => random.Next(4) == 0 ? null : Word();

    private QueryList<Query> Several(int depth) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Next(depth - 1))];

    private string Pattern() =>
        Word() + "*?"[random.Next(2)] + (random.Next(2) == 0 ? "x" : Word());

    private PhraseQuery Phrase() => new(
        Field() is "title" ? "title" : null,
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => Part())],
        random.Next(3) == 0 ? random.Next(9) : 0,
        Form());

    private PhrasePart Part() => random.Next(5) switch
    {
        0 => new PhraseGap(),
        1 => new PhraseWildcard(Pattern()),
        2 => new PhraseWildcard(Word() + "*"),
        _ => new PhraseWord(Word(), Form()),
    };
}
