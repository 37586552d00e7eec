using System.Globalization;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Lucene;

/// <summary>Passages of random words, some common and most rare, and queries about them.</summary>
internal sealed class RandomPassages
{
    private readonly Random _random;
    private readonly string[] _words;

    public RandomPassages(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, 250).Select(_ => NewWord()).Distinct()];
    }

    public (int Number, string Text)[] Passages(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (_random.Next(100), Text()))];

    public Query Query(int depth = 3) => _random.Next(depth > 0 ? 16 : 10) switch
    {
        0 or 1 => Term(),
        2 or 3 => Phrase(),
        4 => new PrefixQuery(null, Word()[..1] + (Chance(0.5) ? "" : Letter())),
        5 => new WildcardQuery(null, Wildcard()),
        6 => new RegexQuery(null, Regex(2)),
        7 => Fuzzy(),
        8 => Range(),
        9 => Chance(0.1) ? new MatchAllQuery() : Term(),
        10 => new BoostQuery(Query(depth - 1), _random.Next(9) / 2f),
        11 => new ConstantScoreQuery(Query(depth - 1), _random.Next(9) / 2f),
        _ => Boolean(depth),
    };

    private TermQuery Term() => new(null, Word(), WordForm.Exact);

    private FuzzyQuery Fuzzy()
    {
        // Of one-letter words with two edits Lucene makes a negative boost and refuses it.
        string word = Word();
        return new FuzzyQuery(null, word, word.Length < 3 ? _random.Next(2) : _random.Next(3), _random.Next(3));
    }

    private RangeQuery Range()
    {
        if (Chance(0.5))
        {
            int lower = _random.Next(100);
            return new RangeQuery("number", Text(lower), Text(lower + _random.Next(30)), true, true);
        }

        string? low = Chance(0.2) ? null : Word();
        return new RangeQuery(null, low, low is not null && Chance(0.2) ? null : Word(), Chance(0.5), Chance(0.5));
    }

    private PhraseQuery Phrase()
    {
        // Few words, so that phrases are met and words repeat.
        int kinds = _random.Next(2, 9);
        List<PhrasePart> parts = [];
        for (int i = _random.Next(2, 6); i > 0; i--)
        {
            parts.Add(new PhraseWord(_words[_random.Next(kinds)], WordForm.Exact));
            if (i > 1 && Chance(0.15))
            {
                parts.Add(new PhraseGap());
            }
        }

        return new PhraseQuery(null, [.. parts], Chance(0.3) ? 0 : _random.Next(11), WordForm.Exact);
    }

    private BooleanQuery Boolean(int depth)
    {
        List<BooleanClause> clauses = [new(Chance(0.5) ? Occur.Must : Occur.Should, Query(depth - 1))];
        for (int i = _random.Next(5); i > 0; i--)
        {
            clauses.Add(new BooleanClause((Occur)_random.Next(3), Query(depth - 1)));
        }

        return new BooleanQuery([.. clauses]);
    }

    private string Wildcard()
    {
        string word = Word();
        int place = _random.Next(word.Length + 1);
        place -= place > 0 && char.IsHighSurrogate(word[place - 1]) ? 1 : 0;
        string pattern =
            word[..place] + (Chance(0.5) ? "*" : "?") + (Chance(0.5) ? word[place..] : "") + (Chance(0.3) ? "*" : "");

        // A lone star means every document, with words or not.
        return pattern.Trim('*').Length == 0 ? "?" : pattern;
    }

    private string Regex(int depth) => _random.Next(depth > 0 ? 12 : 4) switch
    {
        0 or 1 => Letter(),
        2 => ".",
        3 => $"[{Letter()}-{(char)('c' + _random.Next(3))}]",
        4 => $"({Regex(depth - 1)}|{Regex(depth - 1)})",
        5 => $"({Regex(depth - 1)})*",
        6 => $"({Regex(depth - 1)})?",
        7 => $"({Regex(depth - 1)}){{1,3}}",
        8 => $"({Regex(depth - 1)})+{Regex(depth - 1)}",
        9 => Chance(0.3) ? $"~({Regex(depth - 1)})" : $"[^{Letter()}]{Regex(depth - 1)}",
        10 => Chance(0.5) ? $"({Regex(depth - 1)}&{Regex(depth - 1)})" : $"{Letter()}@",
        _ => Regex(depth - 1) + Regex(depth - 1),
    };

    private string Text()
    {
        int kinds = Chance(0.3) ? 8 : _words.Length;
        return string.Join(' ', Enumerable.Range(0, _random.Next(45)).Select(_ =>
            _words[(int)(kinds * Math.Pow(_random.NextDouble(), 2))]));
    }

    private string Word() => Chance(0.05)
        ? NewWord()
        : _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 1.5))];

    private string NewWord() =>
        string.Concat(Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Letter())) + (Chance(0.05) ? "é😀" : "");

    private string Letter() => ((char)('a' + _random.Next(4))).ToString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
