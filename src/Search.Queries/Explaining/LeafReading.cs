using System.Globalization;
using System.Text;
using Search.Queries.Dates;
using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Explaining;

/// <summary>Words for queries that hold no other, each as what comes after "paragraphs with".</summary>
internal sealed class LeafReading(QueryOptions options)
{
    /// <summary>Words for a leaf.</summary>
    internal string Of(Query query) => query switch
    {
        MatchAllQuery => "anything",
        MatchNoneQuery => "nothing",
        TermQuery q when IsKeyword(q.Field) => $"the {q.Field} {Marked(q.Text)}",
        TermQuery q => Form(q.Form) + Marked(q.Text) + In(q.Field),
        PrefixQuery q => Like(q.Field, $"that begins with {Marked(q.Prefix)}"),
        WildcardQuery q => Like(q.Field, $"like {Marked(Pattern(q.Pattern))}"),
        RegexQuery q => Like(q.Field, $"that matches the expression /{Plain(q.Pattern)}/"),
        FuzzyQuery q => Like(q.Field, Fuzzy(q)),
        PhraseQuery q => Phrase(q) + In(q.Field),
        RangeQuery q => Range(q),
        _ => "something",
    };

    private static string Form(WordForm form) => form switch
    {
        WordForm.Exact => "exactly ",
        WordForm.Stemmed => "any form of ",
        _ => string.Empty,
    };

    /// <summary>A text of the query, between asterisks.</summary>
    internal static string Marked(string text) => $"*{Plain(text)}*";

    // What cannot be seen would only confuse, and a control character could do worse where the sentence is shown.
    private static string Plain(string text)
    {
        if (!text.Any(QueryCharacters.IsBlank))
        {
            return text;
        }

        return string.Concat(text.Select(c => QueryCharacters.IsBlank(c) ? ' ' : c));
    }

    private static string Pattern(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            i += c == '\\' && i + 1 < pattern.Length ? 1 : 0;
            text.Append(c == '*' ? '…' : pattern[i]);
        }

        return text.ToString();
    }

    private static string Fuzzy(FuzzyQuery q) => q.MaxEdits switch
    {
        0 => $"spelt {Marked(q.Text)}",
        1 => $"within one letter of {Marked(q.Text)}",
        _ => $"within {q.MaxEdits.ToString(CultureInfo.InvariantCulture)} letters of {Marked(q.Text)}",
    };

    private static string Phrase(PhraseQuery q)
    {
        string words = Marked(string.Join(' ', q.Parts.Select(Part)));
        string form = q.Form == WordForm.Stemmed ? "any form of " : string.Empty;
        string slop = q.Slop == 1 ? "1 place" : $"{q.Slop.ToString(CultureInfo.InvariantCulture)} places";
        return q.Parts.Count == 1 ? $"{(q.Form == WordForm.Stemmed ? form : "exactly ")}{words}"
            : q.Slop == 0 ? $"{form}{words} as a phrase"
            : $"{form}{words} within {slop} of a phrase";
    }

    private static string Part(PhrasePart part) => part switch
    {
        PhraseWord { Form: WordForm.Stemmed } word => word.Text + " (any form)",
        PhraseWord word => word.Text,
        PhraseWildcard wildcard => Pattern(wildcard.Pattern),
        _ => "___",
    };

    private bool IsKeyword(string? field) => field is not null && options.KeywordFields.Contains(field);

    private static string In(string? field) => field is null ? string.Empty : $" in the {field}";

    private string Like(string? field, string what) =>
        IsKeyword(field) ? $"a value of {field} {what}" : $"a word {what}{In(field)}";

    private string Range(RangeQuery q)
    {
        if (q.Lower is null && q.Upper is null)
        {
            return q.Field is null ? "any word" : $"any {q.Field}";
        }

        string what = IsKeyword(q.Field) ? $"a {q.Field}" : $"a word{In(q.Field)}";
        return $"{what} {Bounds(q)}";
    }

    private static string Bounds(RangeQuery q)
    {
        string lower = Value(q.Lower);
        string upper = Value(q.Upper);
        if (q.Upper is null)
        {
            return q.IncludesLower ? $"from {lower} on" : $"after {lower}";
        }

        if (q.Lower is null)
        {
            return q.IncludesUpper ? $"up to {upper}" : $"before {upper}";
        }

        return $"{(q.IncludesLower ? "from" : "after")} {lower} {(q.IncludesUpper ? "to" : "and before")} {upper}";
    }

    private static string Value(string? bound) => bound is null ? "any"
        : PartialDate.TryParse(bound, out PartialDate date) ? date.Text
        : Marked(bound);
}
