using System.Globalization;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Lucene;

/// <summary>Queries of every kind about given passages.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="words">Words of the passages, the frequent ones first.</param>
/// <param name="passages">The passages; phrases are taken from them.</param>
internal sealed class RandomQueries(Random random, IReadOnlyList<string> words, IReadOnlyList<LucenePassage> passages)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Any query, nested so deep at most.</summary>
    public Query Make(int depth = 3) => random.Next(depth > 0 ? 16 : 10) switch
    {
        0 or 1 => Term(),
        2 or 3 => Phrase(),
        4 => new PrefixQuery(null, Start(Word())),
        5 => new WildcardQuery(null, Wildcard()),
        6 => new RegexQuery(null, Chance(0.5) ? Regex(2) : WordRegex()),
        7 => Fuzzy(),
        8 => Range(),
        9 => Chance(0.1) ? new MatchAllQuery() : Term(),
        10 => new BoostQuery(Make(depth - 1), random.Next(9) / 2f),
        11 => new ConstantScoreQuery(Make(depth - 1), random.Next(9) / 2f),
        _ => Boolean(depth),
    };

    private TermQuery Term() => new(null, Word(), WordForm.Exact);

    private FuzzyQuery Fuzzy()
    {
        // Of one-letter words with two edits Lucene makes a negative boost and refuses it.
        string word = Word();
        return new FuzzyQuery(null, word, word.Length < 3 ? random.Next(2) : random.Next(3), random.Next(4));
    }

    private RangeQuery Range()
    {
        int lower = random.Next(100);
        switch (random.Next(4))
        {
            case 0:
                return new RangeQuery("number", Text(lower), Text(lower + random.Next(30)), Chance(0.5), Chance(0.5));
            case 1:
                return new RangeQuery("date", Date(), Chance(0.2) ? null : Date(), Chance(0.5), Chance(0.5));
            default:
                string? low = Chance(0.2) ? null : Word();
                string? high = low is not null && Chance(0.2) ? null : Word();
                return new RangeQuery(null, low, high, Chance(0.5), Chance(0.5));
        }
    }

    private PhraseQuery Phrase()
    {
        string[] chosen = Chance(0.5) ? FromPassage() : FewWords();
        List<PhrasePart> parts = [];
        foreach (string word in chosen)
        {
            if (parts.Count > 0 && Chance(0.15))
            {
                parts.Add(new PhraseGap());
            }

            parts.Add(new PhraseWord(word, WordForm.Exact));
        }

        return new PhraseQuery(null, [.. parts], Chance(0.3) ? 0 : random.Next(11), WordForm.Exact);
    }

    /// <summary>Few kinds of words, so that words repeat.</summary>
    private string[] FewWords()
    {
        int kinds = random.Next(2, 9);
        return [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(kinds)])];
    }

    /// <summary>Words that stand together somewhere, at times with some left out or in another order.</summary>
    private string[] FromPassage()
    {
        string[] all = passages[random.Next(passages.Count)].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length < 2)
        {
            return FewWords();
        }

        int start = random.Next(all.Length - 1);
        string[] stretch = all[start..Math.Min(all.Length, start + random.Next(2, 7))];
        if (Chance(0.3))
        {
            random.Shuffle(stretch);
        }

        string[] kept = Chance(0.5) ? stretch : [.. stretch.Where(_ => Chance(0.7))];
        return kept.Length < 2 ? stretch : kept;
    }

    private BooleanQuery Boolean(int depth)
    {
        List<BooleanClause> clauses = [new(Chance(0.5) ? Occur.Must : Occur.Should, Make(depth - 1))];
        for (int i = random.Next(5); i > 0; i--)
        {
            clauses.Add(new BooleanClause((Occur)random.Next(3), Make(depth - 1)));
        }

        return new BooleanQuery([.. clauses]);
    }

    private string Start(string word)
    {
        int length = Whole(word, random.Next(1, Math.Min(4, word.Length) + 1));
        return word[..Math.Max(length, 1)];
    }

    private string Wildcard()
    {
        string word = Word();
        int place = Whole(word, random.Next(word.Length + 1));
        string rest = Chance(0.5) ? word[place..] : "";
        string pattern = word[..place] + (Chance(0.5) ? "*" : "?") + rest + (Chance(0.3) ? "*" : "");

        // A lone star means every document, with words or not.
        return pattern.Trim('*').Length == 0 ? "?" : pattern;
    }

    private string WordRegex()
    {
        string word = Word();
        if (!word.All(char.IsAsciiLetter))
        {
            return Regex(2);
        }

        int place = random.Next(word.Length);
        string middle = random.Next(6) switch
        {
            0 => ".",
            1 => ".*",
            2 => $"({word[place]}|{Letter()})",
            3 => $"[{Letter()}-z]?",
            4 => $"{word[place]}+",
            _ => $"[^{Letter()}]",
        };
        return word[..place] + middle + (Chance(0.5) ? word[(place + 1)..] : ".{0,4}");
    }

    private string Regex(int depth) => random.Next(depth > 0 ? 12 : 4) switch
    {
        0 or 1 => Letter(),
        2 => ".",
        3 => $"[{(char)('a' + random.Next(3))}-{(char)('c' + random.Next(9))}]",
        4 => $"({Regex(depth - 1)}|{Regex(depth - 1)})",
        5 => $"({Regex(depth - 1)})*",
        6 => $"({Regex(depth - 1)})?",
        7 => $"({Regex(depth - 1)}){{1,3}}",
        8 => $"({Regex(depth - 1)})+{Regex(depth - 1)}",
        9 => Chance(0.3) ? $"~({Regex(depth - 1)})" : $"[^{Letter()}]{Regex(depth - 1)}",
        10 => Chance(0.5) ? $"({Regex(depth - 1)}&{Regex(depth - 1)})" : $"{Letter()}@",
        _ => Regex(depth - 1) + Regex(depth - 1),
    };

    private string Date()
    {
        DateOnly date = passages[random.Next(passages.Count)].Date;
        string text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text[..(random.Next(3) switch { 0 => 4, 1 => 7, _ => 10 })];
    }

    private string Word() => Chance(0.05)
        ? RandomPassages.NewWord(random)
        : words[(int)(words.Count * Math.Pow(random.NextDouble(), 1.5))];

    private string Letter() => Letters[Chance(0.7) ? random.Next(4) : random.Next(Letters.Length)].ToString();

    /// <summary>A place that does not part a surrogate pair.</summary>
    private static int Whole(string word, int place) =>
        place > 0 && char.IsHighSurrogate(word[place - 1]) ? place - 1 : place;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Chance(double probability) => random.NextDouble() < probability;
}
