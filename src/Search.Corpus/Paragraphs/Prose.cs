using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// What a unit's text tells of itself: whether a sentence ends with it, whether it is a date, a salutation, a title.
/// </summary>
internal static partial class Prose
{
    private static readonly FrozenSet<string> Dangling = FrozenSet.ToFrozenSet(
        [
            "the", "a", "an", "of", "to", "in", "by", "for", "with", "that", "which", "any", "such", "its", "their",
            "at", "from", "under", "be", "is", "are", "shall", "may", "must", "will", "this", "these", "whose", "into",
            "upon", "le", "la", "les", "des", "du", "de", "un", "une", "dans", "pour", "par", "sur", "qui", "que",
            "aux",
            "el", "los", "las", "del", "una", "para", "por", "con", "sus",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DanglingLookup =
        Dangling.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestUsualWord = 12;
    private static readonly SearchValues<char> Terminals = SearchValues.Create(".!?:;…。！？؟۔");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’»)]*_⁰¹²³⁴⁵⁶⁷⁸⁹0123456789");

    /// <summary>
    /// True where the text ends as a sentence or clause does; closing quotes and note marks are looked through.
    /// </summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        int end = text.Length;
        while (end > 0 && !char.IsAsciiLetter(text[end - 1]) && Closers.Contains(text[end - 1]))
        {
            end--;
        }

        // A raised mark may stand behind a blank: "received. ¹⁹".
        end = end < text.Length && text[end] > '\u007F' ? text[..end].TrimEnd().Length : end;
        if (end == 0)
        {
            return false;
        }

        if (char.IsAsciiLetter(text[end - 1]) || !Terminals.Contains(text[end - 1]))
        {
            return false;
        }

        int digits = text[end..].IndexOfAnyInRange('0', '9');
        // "paragraph 3.2" goes on, "objectives.2" does not: a digit before the point tells them apart.
        return !(digits >= 0 && end >= 2 && char.IsAsciiDigit(text[end - 2]));
    }

    /// <summary>True where the first letter is a small one: the text goes on from something.</summary>
    public static bool StartsLower(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return char.IsLower(c);
            }

            if (char.IsDigit(c))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True where the last word cannot end anything: an article, a preposition, an auxiliary.</summary>
    public static bool Dangles(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        int blank = text.LastIndexOf(' ');
        return blank > 0 && DanglingLookup.Contains(text[(blank + 1)..]);
    }

    /// <summary>Words by blanks.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int count = 0;
        bool isInside = false;
        foreach (char c in text)
        {
            bool isBlank = char.IsWhiteSpace(c);
            count += !isBlank && !isInside ? 1 : 0;
            isInside = !isBlank;
        }

        return count;
    }

    /// <summary>True where there are at least so many words by blanks.</summary>
    public static bool HasWords(ReadOnlySpan<char> text, int fewest)
    {
        // So many letters that words of any usual length reach the number.
        return text.Length >= fewest * LongestUsualWord
            ? CountWords(text[..(fewest * LongestUsualWord)]) >= fewest || CountWords(text) >= fewest
            : CountWords(text) >= fewest;
    }

    /// <summary>True where most letters are capitals, and there are some.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        int upper = 0;
        int lower = 0;
        foreach (char c in text)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper >= 3 && lower * 8 <= upper;
    }

    /// <summary>True for a line that is a date, with a place before it or not.</summary>
    public static bool IsDateLine(string text) =>
        text.Length < 80 && text.AsSpan().TrimEnd(").") is [.., >= '0' and <= '9'] && DateLine().IsMatch(text);

    /// <summary>True for a salutation such as <c>Mr. President,</c>.</summary>
    public static bool IsSalutation(string text) =>
        text.Length < 200 && text[^1] is ',' or ':' or '–' or '!' or '—' or '-' && Salutation().IsMatch(text);

    /// <summary>
    /// True for what stands around a text: "Published 31 July 2019", "###", "Check against delivery".
    /// </summary>
    public static bool IsFurniture(string text) =>
        text.Length < 200 && (Furniture().IsMatch(text) || !text.Any(char.IsLetterOrDigit));

    /// <summary>
    /// True for a page number standing alone: <c>7</c>, <c>- 7 -</c>, <c>Page 7 of 9</c>, <c>7/9</c>, <c>iv</c>.
    /// </summary>
    public static bool IsPageNumber(ReadOnlySpan<char> text) => text.Length < 24 && PageNumber().IsMatch(text);

    [GeneratedRegex(
        @"^\(?(?:[\p{L} .'’-]{2,40},?\s+)?(?:le\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
        + @"(?:[0-9]{1,2}(?:st|nd|rd|th|er)?(?:\s*[-–]\s*[0-9]{1,2})?\s+(?:de\s+|of\s+)?\p{L}{3,10}|"
        + @"\p{L}{3,10}\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?(?:\s*[-–]\s*[0-9]{1,2})?,?|"
        + @"(?:january|february|march|april|may|june|july|august|september|october|november|december),?)"
        + @"\s+(?:de\s+)?[12][0-9]{3}\)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(
        @"^(?:(?:dear|to(?: the)?|your|distinguished|honou?rable|excellenc|mr|mrs|ms|madam|monsieur|"
            + @"madame|mesdames|"
        + @"ladies|chers|cher|chère|dear|president,|colleagues|friends|fellow|señor|señora|"
        + @"majest)\b\.?[^.!?;]{0,180}[,:–!—-]|"
        + @"excellenc(?:y|ies|e|es)[^.;]{0,120}[,:!]|president,? friends\s*[–—-])\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Salutation();

    [GeneratedRegex(
        @"^[(*\s]*(?:\\?#\s*\\?#\s*\\?#|published\b.{0,80}|last updated\b.{0,60}|check against delivery\.?|for "
            + @"immediate "
            + @"release:?|"
        + @"(?:from|to|cc|subject|applies to)\s?:.{0,120}|"
        + @"vérifier au prononcé\.?|seul le prononcé fait foi\.?|transcript,? e&oe|[0-9]{1,2}:[0-9]{2} "
        + @"[ap]\.?m\.?.{0,10})[)*\s]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"^\W{0,3}(?:(?:page|p\.|seite|página)\s*)?(?:[0-9]{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|de|"
            + @"sur)\s*[0-9]{1,4})?\W{0,3}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
