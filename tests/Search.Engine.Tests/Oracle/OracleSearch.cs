using System.Globalization;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>Searches by looking at every document, scores by the textbook.</summary>
internal sealed class OracleSearch(IReadOnlyList<OracleDocument> documents)
{
    /// <summary>The score of a document; null where it does not match.</summary>
    public double? Score(Query query, OracleDocument document)
    {
        switch (query)
        {
            case MatchAllQuery:
                return 1;
            case MatchNoneQuery:
                return null;
            case TermQuery { Field: "theme" } term:
                return document.Themes.Contains(term.Text) ? 1 : null;
            case RangeQuery range:
                return InRange(range, document) ? 1 : null;
            case BoostQuery boost:
                return Score(boost.Inner, document) * boost.Boost;
            case ConstantScoreQuery constant:
                return Score(constant.Inner, document) is null ? null : constant.Score;
            case BooleanQuery boolean:
                return Boolean(boolean, document);
            case WithinQuery within:
                return Sum(within.Operands, document);
            case NearQuery near:
                return Places(query, document).Count == 0 ? null : Sum(near.Operands, document);
            case FuzzyQuery fuzzy:
                return Fuzzy(fuzzy, document);
            default:
                int frequency = Places(query, document).Count;
                return frequency == 0 ? null
                    : query is TermQuery or PhraseQuery ? Weight(query) * Saturated(query, frequency, document)
                    : 1;
        }
    }

    /// <summary>Stretches of words that a query marks, by field; only of a document that matches.</summary>
    public IEnumerable<(string Field, int Start, int End)> Marks(Query query, OracleDocument document)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                return boolean.Clauses
                    .Where(clause => clause.Occur != Occur.MustNot && Score(clause.Query, document) is not null)
                    .SelectMany(clause => Marks(clause.Query, document));
            case WithinQuery within:
                return within.Operands.SelectMany(operand => Marks(operand, document));
            case BoostQuery boost:
                return Marks(boost.Inner, document);
            case ConstantScoreQuery constant:
                return Marks(constant.Inner, document);
            case TermQuery { Field: "theme" }:
            case RangeQuery { Field: "theme" or "number" } or RangeQuery { Lower: null, Upper: null }:
                return [];
            default:
                return Places(query, document)
                    .SelectMany(place => place.Marks)
                    .Select(mark => (Field(query) ?? "text", mark.Start, mark.End));
        }
    }

    public static string? Field(Query query) => query switch
    {
        TermQuery term => term.Field,
        PhraseQuery phrase => phrase.Field,
        PrefixQuery prefix => prefix.Field,
        WildcardQuery wildcard => wildcard.Field,
        RegexQuery regex => regex.Field,
        FuzzyQuery fuzzy => fuzzy.Field,
        RangeQuery range => range.Field,
        _ => null,
    };

    private static List<OracleOccurrence> Places(Query query, OracleDocument document) =>
        OraclePlaces.Find(query, document.Words(Field(query)));

    private static bool InRange(RangeQuery range, OracleDocument document)
    {
        if (range.Field == "number")
        {
            // Overlap with the whole numbers between the bounds.
            long lower = range.Lower is null ? long.MinValue : Number(range.Lower) + (range.IncludesLower ? 0 : 1);
            long upper = range.Upper is null ? long.MaxValue : Number(range.Upper) - (range.IncludesUpper ? 0 : 1);
            return document.Interval is { } interval && interval.Lower <= upper && interval.Upper >= lower;
        }

        string[] words = range.Field == "theme" ? document.Themes : document.Words(range.Field);
        return words.Any(word => OraclePlaces.Fits(word, range));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private double? Boolean(BooleanQuery boolean, OracleDocument document)
    {
        double sum = 0;
        int matched = 0;
        foreach (BooleanClause clause in boolean.Clauses)
        {
            double? score = Score(clause.Query, document);
            if ((clause.Occur == Occur.Must && score is null) || (clause.Occur == Occur.MustNot && score is not null))
            {
                return null;
            }

            sum += clause.Occur == Occur.MustNot ? 0 : score ?? 0;
            matched += score is null ? 0 : 1;
        }

        bool needsOne = boolean.Clauses.All(clause => clause.Occur != Occur.Must)
            && boolean.Clauses.Any(clause => clause.Occur == Occur.Should);
        return needsOne && matched == 0 ? null : sum;
    }

    private double? Sum(IEnumerable<Query> operands, OracleDocument document)
    {
        double? sum = 0;
        foreach (Query operand in operands)
        {
            sum += operand is BooleanQuery boolean ? Group(boolean, document) : Score(operand, document);
        }

        return sum;
    }

    /// <summary>As an operand of nearness, only what is kept scores.</summary>
    private double? Group(BooleanQuery boolean, OracleDocument document)
    {
        bool hasMust = boolean.Clauses.Any(clause => clause.Occur == Occur.Must);
        return boolean.Clauses
            .Where(clause => clause.Occur == (hasMust ? Occur.Must : Occur.Should))
            .Select(clause => clause.Query)
            .Select(inner => inner is not BooleanQuery group ? Score(inner, document)
                : Places(group, document).Count > 0 ? Group(group, document)
                : null) // exclusions have taken all of its words
            .Aggregate((double?)0, (sum, score) => hasMust ? sum + score : sum + (score ?? 0));
    }

    private double? Fuzzy(FuzzyQuery fuzzy, OracleDocument document)
    {
        string[] words = document.Words(fuzzy.Field);
        string[] fitting = [.. documents.SelectMany(one => one.Words(fuzzy.Field)).Distinct()
            .Where(word => OraclePlaces.Fits(word, fuzzy))];
        if (!words.Any(fitting.Contains))
        {
            return null;
        }

        int most = fitting.Max(term => documents.Count(one => one.Words(fuzzy.Field).Contains(term)));
        double sum = 0;
        foreach (string term in fitting.Where(words.Contains))
        {
            int prefix = Math.Min(fuzzy.PrefixLength, fuzzy.Text.Length);
            double edits = OracleWords.Edits(term[prefix..], fuzzy.Text[prefix..]);
            double similarity = Math.Max(0, 1 - (edits / Math.Min(term.Length, fuzzy.Text.Length)));
            sum += similarity * Idf(fuzzy.Field, most)
                * Saturated(fuzzy, words.Count(word => word == term), document);
        }

        return sum;
    }

    private double Weight(Query query)
    {
        if (query is not PhraseQuery phrase)
        {
            return Idf(Field(query), documents.Count(one => Places(query, one).Count > 0));
        }

        return phrase.Parts.Where(part => part is not PhraseGap).Sum(part => PartIdf(phrase, part));
    }

    private double PartIdf(PhraseQuery phrase, PhrasePart part)
    {
        if (part is PhraseWildcard wildcard)
        {
            // As common as the commonest word of the pattern.
            IEnumerable<string> words = documents.SelectMany(one => one.Words(phrase.Field)).Distinct()
                .Where(word => OracleWords.Glob(word, wildcard.Pattern));
            return Idf(phrase.Field, words.Max(word => documents.Count(one => one.Words(phrase.Field).Contains(word))));
        }

        var alone = new PhraseQuery(phrase.Field, [part], 0, phrase.Form);
        return Idf(phrase.Field, documents.Count(one => Places(alone, one).Count > 0));
    }

    private double Idf(string? field, int docFrequency)
    {
        int count = documents.Count(one => one.Words(field).Length > 0);
        return Math.Log(1 + ((count - docFrequency + 0.5) / (docFrequency + 0.5)));
    }

    private double Saturated(Query query, double frequency, OracleDocument document)
    {
        string? field = Field(query);
        double average = documents.Sum(one => one.Words(field).Length)
            / (double)documents.Count(one => one.Words(field).Length > 0);
        double length = document.Words(field).Length;
        return frequency / (frequency + (1.2 * (0.25 + (0.75 * length / average))));
    }
}
