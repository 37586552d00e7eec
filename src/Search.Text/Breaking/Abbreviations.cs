using System.Collections.Frozen;

namespace Search.Text.Breaking;

/// <summary>
/// The abbreviations whose full stop ends no sentence, in English, French and Spanish texts on law and policy. There
/// are three kinds:
/// <list type="bullet">
/// <item>titles and particles (<c>Mr.</c>, <c>cf.</c>, <c>e.g.</c>, and single capitals: <c>J. Smith</c>) always
/// belong to what follows;</item>
/// <item>what is counted (<c>Art.</c>, <c>No.</c>, <c>paras.</c>, <c>Feb.</c>) belongs to a number that follows:
/// digits,
/// a Roman numeral, a single letter or a bracket; <c>No. We disagree.</c> is two sentences;</item>
/// <item>names (<c>U.S.</c>, <c>Inc.</c>, <c>etc.</c>) may end a sentence: they do where the next word is one that
/// sentences begin with, such as <c>The</c> or <c>However</c>.</item>
/// </list>
/// </summary>
internal static class Abbreviations
{
    private const int Longest = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "mr mrs ms dr prof messrs st gen lt capt cpt sgt maj cmdr adm gov sen rep rev hon pres amb h.e mme mlle "
        + "sra dra cf viz e.g i.e eg ie vs v ca approx esp incl resp op p.ex p.ej");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = Set(
        "no nos nr nrs art arts fig figs para paras par pars sec secs sect sects p pp vol vols ch chap chaps cl cls "
        + "app reg regs col cols pt pts res doc docs n nn fn ed eds ss s subs subpara subparas ex add corr rev ser "
        + "suppl ann annex al num núm pág págs cap jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil "
        + "déc");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Set(
        "u.s u.s.a u.k u.n e.u u.a.e u.s.c u.s.s.r d.c inc ltd corp co bros jr sr etc a.m p.m al seq ibid id ph.d esq "
        + "plc dept univ assn div ee.uu");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Set(
        "the a an this that these those there it its in on at by for from with we our they their he his she her i you "
        + "your as if when while where what who why how however moreover furthermore therefore thus but and or so yet "
        + "also although though since because after before during under all any each every some many most such no not "
        + "to of is are was were let here then now le la les un une des ce cette ces il elle ils elles nous vous dans "
        + "en pour par sur avec el los las una este esta estos estas");

    /// <summary>Whether the full stop at an offset belongs to an abbreviation that goes on with what follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fullStop">Offset of the terminator.</param>
    /// <param name="next">Offset of what follows it and its blanks.</param>
    public static bool Joins(ReadOnlySpan<char> text, int fullStop, int next)
    {
        if (text[fullStop] != '.')
        {
            return false;
        }

        int start = fullStop;
        while (start > 0 && fullStop - start <= Longest && IsPart(text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..fullStop];
        if (word.Length is 0 or > Longest || (start > 0 && text[start - 1] is '\'' or '’' or '-'))
        {
            return false;
        }

        ReadOnlySpan<char> following = FirstWord(text[next..]);
        bool isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        return isInitial
            || Titles.Contains(word)
            || (Counted.Contains(word) && IsNumber(text[next..], following))
            || (Names.Contains(word) && following.Length > 0 && !Openers.Contains(following));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '.';

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length];
    }

    private static bool IsNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        if (word.Length == 0)
        {
            return text.Length > 0 && text[0] is '(' or '[' or '§' or '°';
        }

        return char.IsDigit(word[0]) || word.Length == 1 || word.TrimStart("IVXLC").Length == 0;
    }
}
