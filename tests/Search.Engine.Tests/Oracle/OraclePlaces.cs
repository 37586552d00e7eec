using Search.Queries.Trees;

namespace Search.Engine.Tests.Oracle;

/// <summary>Where a query matches within the words of a field, by trying everything.</summary>
internal static class OraclePlaces
{
    public static List<OracleOccurrence> Find(Query query, string[] words) => query switch
    {
        TermQuery term => Singles(words, word => term.Form == WordForm.Exact
            ? word == term.Text
            : OracleDocument.Stem(word) == OracleDocument.Stem(term.Text)),
        PrefixQuery prefix => Singles(words, word => word.StartsWith(prefix.Prefix, StringComparison.Ordinal)),
        WildcardQuery wildcard => Singles(words, word => OracleWords.Glob(word, wildcard.Pattern)),
        RegexQuery regex => Singles(words, word => OracleWords.IsMatch(word, regex.Pattern)),
        FuzzyQuery fuzzy => Singles(words, word => Fits(word, fuzzy)),
        RangeQuery range => Singles(words, word => Fits(word, range)),
        PhraseQuery phrase => Phrase(phrase, words),
        NearQuery near => Near(near, words),
        BoostQuery boost => Find(boost.Inner, words),
        ConstantScoreQuery constant => Find(constant.Inner, words),
        BooleanQuery boolean => Group(boolean, words),
        WithinQuery within => Together([.. within.Operands.Select(operand => Find(operand, words))]),
        _ => [],
    };

    public static bool Fits(string word, FuzzyQuery fuzzy)
    {
        if (fuzzy.PrefixLength >= fuzzy.Text.Length)
        {
            return word == fuzzy.Text;
        }

        int prefix = fuzzy.PrefixLength;
        return word.StartsWith(fuzzy.Text[..prefix], StringComparison.Ordinal)
            && OracleWords.Edits(word[prefix..], fuzzy.Text[prefix..]) <= fuzzy.MaxEdits;
    }

    public static bool Fits(string word, RangeQuery range) =>
        (range.Lower is null || string.CompareOrdinal(word, range.Lower) >= (range.IncludesLower ? 0 : 1))
        && (range.Upper is null || string.CompareOrdinal(word, range.Upper) <= (range.IncludesUpper ? 0 : -1));

    private static List<OracleOccurrence> Singles(string[] words, Func<string, bool> fits) =>
        [.. Enumerable.Range(0, words.Length).Where(i => fits(words[i])).Select(i => OracleOccurrence.Whole(i, i))];

    private static List<OracleOccurrence> Phrase(PhraseQuery phrase, string[] words)
    {
        List<(int Offset, int[] Positions)> parts = [];
        for (int offset = 0; offset < phrase.Parts.Count; offset++)
        {
            if (phrase.Parts[offset] is not PhraseGap)
            {
                PhrasePart part = phrase.Parts[offset];
                var fitting = Enumerable.Range(0, words.Length).Where(i => Fits(words[i], part, phrase.Form));
                parts.Add((offset, [.. fitting]));
            }
        }

        List<OracleOccurrence> found = [];
        foreach (int[] chosen in Choices([.. parts.Select(part => part.Positions)]))
        {
            int[] adjusted = [.. chosen.Select((position, i) => position - parts[i].Offset)];
            if (chosen.Distinct().Count() < chosen.Length || adjusted.Max() - adjusted.Min() > phrase.Slop)
            {
                continue;
            }

            found.Add(phrase.Slop == 0
                ? OracleOccurrence.Whole(chosen.Min(), chosen.Max())
                : new OracleOccurrence(chosen.Min(), chosen.Max(), [.. chosen.Select(word => (word, word))]));
        }

        return found;
    }

    private static bool Fits(string word, PhrasePart part, WordForm form) => part switch
    {
        PhraseWord { Form: WordForm.Default } plain when form == WordForm.Stemmed =>
            OracleDocument.Stem(word) == OracleDocument.Stem(plain.Text),
        PhraseWord { Form: WordForm.Stemmed } stemmed => OracleDocument.Stem(word) == OracleDocument.Stem(stemmed.Text),
        PhraseWord exact => word == exact.Text,
        PhraseWildcard wildcard => OracleWords.Glob(word, wildcard.Pattern),
        _ => true,
    };

    private static List<OracleOccurrence> Near(NearQuery near, string[] words)
    {
        List<OracleOccurrence>[] operands = [.. near.Operands.Select(operand => Find(operand, words))];
        List<OracleOccurrence> found = [];
        foreach (OracleOccurrence[] chosen in Choices(operands))
        {
            OracleOccurrence[] sorted =
                near.IsOrdered ? chosen : [.. chosen.OrderBy(operand => operand.Start).ThenBy(operand => operand.End)];
            bool isNear = Enumerable.Range(1, sorted.Length - 1).All(i =>
                sorted[i].Start > sorted[i - 1].End && sorted[i].Start - sorted[i - 1].End <= near.Distance);
            if (isNear)
            {
                found.Add(new OracleOccurrence(
                    sorted[0].Start, sorted[^1].End, [.. chosen.SelectMany(operand => operand.Marks)]));
            }
        }

        return found;
    }

    private static List<OracleOccurrence> Group(BooleanQuery boolean, string[] words)
    {
        bool hasMust = boolean.Clauses.Any(clause => clause.Occur == Occur.Must);
        List<OracleOccurrence>[] kept = [.. boolean.Clauses
            .Where(clause => clause.Occur == (hasMust ? Occur.Must : Occur.Should))
            .Select(clause => Find(clause.Query, words))];
        OracleOccurrence[] excluded = [.. boolean.Clauses
            .Where(clause => clause.Occur == Occur.MustNot)
            .SelectMany(clause => Find(clause.Query, words))];
        List<OracleOccurrence> found = kept.Length == 0 ? []
            : hasMust && kept.Length > 1 ? Together(kept)
            : [.. kept.SelectMany(list => list)];
        return [.. found.Where(one => !excluded.Any(other => other.Start <= one.End && one.Start <= other.End))];
    }

    /// <summary>The stretches that hold one of each, and no shorter such stretch.</summary>
    private static List<OracleOccurrence> Together(List<OracleOccurrence>[] operands)
    {
        (int Start, int End)[] stretches = [.. Choices(operands)
            .Select(chosen => (chosen.Min(one => one.Start), chosen.Max(one => one.End)))
            .Distinct()];
        var shortest = stretches.Where(one => !stretches.Any(other =>
            other != one && other.Start >= one.Start && other.End <= one.End));
        return
        [
            .. shortest.Select(one => new OracleOccurrence(
                one.Start,
                one.End,
                [.. operands.SelectMany(list => list)
                    .Where(inner => inner.Start >= one.Start && inner.End <= one.End)
                    .SelectMany(inner => inner.Marks)])),
        ];
    }

    private static IEnumerable<T[]> Choices<T>(IReadOnlyList<IReadOnlyList<T>> lists)
    {
        IEnumerable<T[]> choices = [[]];
        foreach (IReadOnlyList<T> list in lists)
        {
            choices = choices.SelectMany(before => list.Select(item => (T[])[.. before, item]));
        }

        return choices;
    }
}
