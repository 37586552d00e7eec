using System.Globalization;
using Search.Engine.Tests.Oracle;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Lucene;

/// <summary>Writes queries in the prefix notation that <c>LuceneOracle.java</c> reads.</summary>
internal static class LuceneQueries
{
    public static string Write(Query query) => query switch
    {
        MatchAllQuery => "all",
        TermQuery term => $"term {term.Text}",
        PrefixQuery prefix => $"prefix {prefix.Prefix}",
        WildcardQuery wildcard => $"wildcard {wildcard.Pattern}",
        RegexQuery regex => $"regex {regex.Pattern}",
        FuzzyQuery fuzzy => Join("fuzzy", fuzzy.Text, fuzzy.MaxEdits, fuzzy.PrefixLength),
        BoostQuery boost => Join("boost of", Write(boost.Inner), boost.Boost),
        ConstantScoreQuery constant => Join("constant of", Write(constant.Inner), constant.Score),
        RangeQuery { Field: "number" } range =>
            Points(range, text => (int.Parse(text, CultureInfo.InvariantCulture), 0)),
        RangeQuery { Field: "date" } range => Points(range, Days),
        RangeQuery range =>
            Join("range", range.Lower ?? "*", range.Upper ?? "*", In(range.IncludesLower), In(range.IncludesUpper)),
        PhraseQuery phrase => Phrase(phrase),
        BooleanQuery boolean => Join(
            "boolean",
            boolean.Clauses.Count,
            string.Join(' ', boolean.Clauses.Select(clause => $"{Name(clause.Occur)} {Write(clause.Query)}"))),
        _ => throw new ArgumentException(query.GetType().Name),
    };

    /// <summary>
    /// Whether a fuzzy word comes to a term that another clause comes to as well. Lucene merges such clauses without
    /// regard
    /// to the frequencies it has blended for one of them, so that the score depends on their order; we keep them apart.
    /// </summary>
    public static bool MergesBlendedTerms(Query query, string[] words)
    {
        Query[] leaves = [.. Leaves(query)];
        return leaves.OfType<FuzzyQuery>().Any(fuzzy => words.Any(word =>
            OraclePlaces.Fits(word, fuzzy) && leaves.Count(leaf => Fits(word, leaf)) > 1));
    }

    /// <summary>
    /// Whether a sloppy phrase has two words that each come twice. Lucene puts walks that collided back into its
    /// queue by their rank among their repeats, whichever word they repeat, so that with two such words the queue may
    /// stay out of order and a match be weighed otherwise; we put all of them back.
    /// </summary>
    public static bool RepeatsTwoWords(Query query) => Leaves(query).OfType<PhraseQuery>().Any(phrase =>
        phrase.Slop > 0
        && phrase.Parts.OfType<PhraseWord>().CountBy(word => word.Text).Count(word => word.Value > 1) > 1);

    private static bool Fits(string word, Query leaf) => leaf switch
    {
        FuzzyQuery fuzzy => OraclePlaces.Fits(word, fuzzy),
        TermQuery term => term.Text == word,
        _ => false,
    };

    private static IEnumerable<Query> Leaves(Query query) => query switch
    {
        BooleanQuery boolean => boolean.Clauses.SelectMany(clause => Leaves(clause.Query)),
        BoostQuery boost => Leaves(boost.Inner),
        ConstantScoreQuery constant => Leaves(constant.Inner),
        _ => [query],
    };

    /// <summary>Lucene's points take closed bounds.</summary>
    private static string Points(RangeQuery range, Func<string, (int First, int Length)> read)
    {
        (int First, int Length) lower = range.Lower is null ? (int.MinValue, 0) : read(range.Lower);
        (int First, int Length) upper = range.Upper is null ? (int.MaxValue, 0) : read(range.Upper);
        int from = range.IncludesLower || range.Lower is null ? lower.First : lower.First + lower.Length + 1;
        int to = range.IncludesUpper || range.Upper is null ? upper.First + upper.Length : upper.First - 1;
        return Join("points", range.Field!, from, to); // fields that are points are named
    }

    /// <summary>The first day of a year, month or day, and how many more it has.</summary>
    private static (int First, int More) Days(string text)
    {
        int[] parts = [.. text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        var first = new DateOnly(parts[0], parts.Length > 1 ? parts[1] : 1, parts.Length > 2 ? parts[2] : 1);
        DateOnly next = parts.Length switch { 1 => first.AddYears(1), 2 => first.AddMonths(1), _ => first.AddDays(1) };
        return (first.DayNumber, next.DayNumber - first.DayNumber - 1);
    }

    private static string Phrase(PhraseQuery phrase)
    {
        (string Word, int Offset)[] words = [.. phrase.Parts.Select((part, i) => (part as PhraseWord, i))
            .Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Text, pair.i))];
        return Join(
            "phrase", phrase.Slop, words.Length, string.Join(' ', words.Select(word => $"{word.Offset} {word.Word}")));
    }

    private static string Name(Occur occur) => occur switch
    {
        Occur.Must => "MUST",
        Occur.Should => "SHOULD",
        _ => "MUST_NOT",
    };

    private static string In(bool isIncluded) => isIncluded ? "in" : "out";

    private static string Join(params object[] parts) =>
        string.Join(' ', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
}
