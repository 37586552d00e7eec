using System.Collections.Frozen;
using System.Text;

namespace Search.Text.Compounds;

/// <summary>
/// First parts of words that writers join, hyphenate or set apart as they like: <c>cybercrime</c>, <c>cyber-crime</c>,
/// <c>cyber crime</c>. A search for one way of writing asks for the others as well. All forms here are exact forms as
/// an analyzer makes them; only ASCII words are considered.
/// <para>The list is closed, and it is chosen so that neither way makes false friends. A split asks for two
/// neighbouring words, so <c>councils</c> → <c>co uncils</c> costs nothing: nobody writes that. Harm comes only where
/// both parts are words that meet in plain text, or where the first is short enough to be a label or an initial.
/// So:</para>
/// <list type="bullet">
/// <item>every first part has a fewest number of letters that must follow it; they hold a vowel and begin as words
/// do, so that <c>company</c> or <c>control</c> are not split;</item>
/// <item>first parts that are common words (over, under, out, on, up, in, for) are not in the list: <c>over time</c> is
/// not <c>overtime</c>, <c>under Standing Order 5</c> is no understanding;</item>
/// <item><c>e</c>, <c>de</c>, <c>pro</c>, <c>bi</c>, <c>tri</c> and <c>pan</c> take only rests from a list
/// (<c>email</c>,
/// but not <c>(e) Quality</c> → <c>equality</c>);</item>
/// <item>so does <c>re</c>: <c>re-use</c>, <c>re-establish</c>, <c>re-election</c>; <c>report</c>, <c>reform</c> and
/// <c>resign</c> are never split;</item>
/// <item>a few joined words mean something of their own (<c>transparent</c>, <c>extraordinary</c>) and are
/// excepted.</item>
/// </list>
/// </summary>
public static class CombiningForms
{
    private const int LongestWord = 64;

    private static readonly FrozenDictionary<string, CombiningForm> Forms = Make().ToFrozenDictionary(
        form => form.First, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CombiningForm>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestFirst = Forms.Keys.Max(first => first.Length);

    /// <summary>The first parts, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Forms.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a word, by itself, is one of the first parts.</summary>
    public static bool IsCombiningForm(ReadOnlySpan<char> exactForm) => Lookup.ContainsKey(exactForm);

    /// <inheritdoc cref="IsCombiningForm(ReadOnlySpan{char})"/>
    public static bool IsCombiningForm(ReadOnlySpan<byte> exactForm)
    {
        Span<char> characters = stackalloc char[LongestWord];
        return TryWiden(exactForm, characters, out int length) && IsCombiningForm(characters[..length]);
    }

    /// <summary>
    /// Whether two neighbouring words may stand for the word they make when joined. Use this rather than
    /// <see cref="IsCombiningForm(ReadOnlySpan{char})"/> to go from two words to one: it is true just where
    /// <see cref="TrySplit(ReadOnlySpan{char}, out ReadOnlySpan{char}, out ReadOnlySpan{char})"/> would take the joined
    /// word apart so, but for a joined word that a longer first part splits elsewhere.
    /// </summary>
    public static bool CanJoin(ReadOnlySpan<char> first, ReadOnlySpan<char> rest) =>
        Lookup.TryGetValue(first, out CombiningForm? form) && form.Takes(rest);

    /// <inheritdoc cref="CanJoin(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static bool CanJoin(ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest)
    {
        Span<char> characters = stackalloc char[2 * LongestWord];
        return TryWiden(first, characters[..LongestWord], out int firstLength)
            && TryWiden(rest, characters[LongestWord..], out int restLength)
            && CanJoin(characters[..firstLength], characters.Slice(LongestWord, restLength));
    }

    /// <summary>Takes a joined word apart behind the longest first part that the rest goes with.</summary>
    /// <param name="exactForm">A word such as <c>cybercrime</c>.</param>
    /// <param name="first"><c>cyber</c>, a slice of the word.</param>
    /// <param name="rest"><c>crime</c>, a slice of the word.</param>
    /// <returns>False where the word is not to be taken apart.</returns>
    public static bool TrySplit(
        ReadOnlySpan<char> exactForm, out ReadOnlySpan<char> first, out ReadOnlySpan<char> rest)
    {
        for (int length = Math.Min(LongestFirst, exactForm.Length - 1); length > 0; length--)
        {
            first = exactForm[..length];
            rest = exactForm[length..];
            if (CanJoin(first, rest))
            {
                return true;
            }
        }

        first = default;
        rest = default;
        return false;
    }

    /// <inheritdoc cref="TrySplit(ReadOnlySpan{char}, out ReadOnlySpan{char}, out ReadOnlySpan{char})"/>
    public static bool TrySplit(
        ReadOnlySpan<byte> exactForm, out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> rest)
    {
        Span<char> characters = stackalloc char[LongestWord];
        bool splits = TryWiden(exactForm, characters, out int length)
            & TrySplit(characters[..length], out ReadOnlySpan<char> head, out _);
        first = splits ? exactForm[..head.Length] : default;
        rest = splits ? exactForm[head.Length..] : default;
        return splits;
    }

    /// <summary>ASCII as UTF-16; false where the word is longer than any that is split, or no ASCII.</summary>
    private static bool TryWiden(ReadOnlySpan<byte> exactForm, Span<char> characters, out int length)
    {
        length = 0;
        return exactForm.Length <= characters.Length
            && Ascii.ToUtf16(exactForm, characters, out length) == System.Buffers.OperationStatus.Done;
    }

    private static IEnumerable<CombiningForm> Make()
    {
        const string Plain =
            "cyber counter multi non anti inter pre co semi pseudo quasi ultra hyper super sub micro macro "
            + "mini mega meta self cross web crypto tele auto eco euro intra infra electro techno neo mid";
        foreach (string first in Plain.Split(' '))
        {
            yield return Form(first, 4);
        }

        foreach (string first in "mis dis bio geo socio".Split(' '))
        {
            yield return Form(first, 5);
        }

        yield return Form("post", 3, except: "age ing ure");
        yield return Form("extra", 5, except: "ordinar");
        yield return Form(
            "trans", 4, except: "parent parenc action port lat mission mit form fer plant cript gress pos");
        yield return Form(
            "re",
            3,
            only: "elect emphasi establish examin enter entr enact engag employ educat evaluat export equip emerg "
                + "endors energi engineer use using usable introduc integrat identif issu import invent invest "
                + "imagin interpret install offend open organi orient occur alloc affirm apprais approp assign "
                + "assess assert align arm arrest attach authori activat adjust adopt think submi launch formulat "
                + "designat certif calibrat negotiat victimi traumati skill settle build draft purpos structur "
                + "position radicali categori balanc vitali shor");
        yield return Form(
            "e",
            4,
            only: "mail commerce crime crimes evidence govern learning health voting justice discovery service "
                + "payment banking book money residen privacy signature identi waste procure invoic participation "
                + "democra safety policing");
        yield return Form("de", 7, only: "escalat");
        yield return Form("pro", 5, only: "activ");
        yield return Form("bi", 6, only: "lateral annual monthly weekly partisan national");
        yield return Form("tri", 7, only: "lateral partite");
        yield return Form("pan", 4, only: "africa america europe arab asia");
    }

    private static CombiningForm Form(string first, int minimumRest, string only = "", string except = "") =>
        new(first, minimumRest, List(only), List(except));

    private static string[] List(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
