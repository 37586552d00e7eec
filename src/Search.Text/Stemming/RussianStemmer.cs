namespace Search.Text.Stemming;

/// <summary>
/// The Russian stemmer of Snowball (snowballstem.org/algorithms/russian/stemmer.html). All endings are looked for in
/// RV, the part behind the first vowel; R2 begins at <c>r2</c>. ё counts as е.
/// </summary>
internal sealed class RussianStemmer : Stemmer
{
    private const string Vowels = "аеиоуыэюя";
    private const int Always = 0;
    private const int AfterA = 1;

    private static readonly Suffix[] Gerunds = Suffix.LongestFirst(
        Suffix.All(AfterA, "в вши вшись"),
        Suffix.All(Always, "ив ивши ившись ыв ывши ывшись"));

    private static readonly Suffix[] Adjectives = Suffix.LongestFirst(Suffix.All(
        Always, "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"));

    private static readonly Suffix[] Participles = Suffix.LongestFirst(
        Suffix.All(AfterA, "ем нн вш ющ щ"),
        Suffix.All(Always, "ивш ывш ующ"));

    private static readonly Suffix[] Reflexives = Suffix.LongestFirst(Suffix.All(Always, "ся сь"));

    private static readonly Suffix[] Verbs = Suffix.LongestFirst(
        Suffix.All(AfterA, "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
        Suffix.All(
            Always,
            "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь "
            + "ую ю"));

    private static readonly Suffix[] Nouns = Suffix.LongestFirst(Suffix.All(
        Always,
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"));

    /// <inheritdoc/>
    public override bool TakesFoldedWords => false;

    /// <inheritdoc/>
    public override int Stem(Span<char> word, int length)
    {
        word[..length].Replace('ё', 'е');
        StemBuffer stem = new(word, length);
        int rv = stem.Past(0, Vowels, isVowel: true);
        int r2 = stem.RegionAfter(stem.Past(rv, Vowels, isVowel: false), Vowels);
        if (!Drop(Gerunds, ref stem, rv))
        {
            _ = Drop(Reflexives, ref stem, rv);
            if (Drop(Adjectives, ref stem, rv))
            {
                _ = Drop(Participles, ref stem, rv);
            }
            else
            {
                _ = Drop(Verbs, ref stem, rv) || Drop(Nouns, ref stem, rv);
            }
        }

        _ = stem.Cut("и", rv);
        _ = stem.Cut("ость", Math.Max(rv, r2)) || stem.Cut("ост", Math.Max(rv, r2));
        TidyUp(ref stem, rv);
        return stem.Length;
    }

    private static bool Drop(Suffix[] suffixes, ref StemBuffer stem, int rv)
    {
        if (!stem.TryFind(suffixes, rv, out Suffix suffix, out int start)
            || (suffix.Action == AfterA && (start <= rv || stem[start - 1] is not ('а' or 'я'))))
        {
            return false;
        }

        stem.Cut(start);
        return true;
    }

    private static void TidyUp(ref StemBuffer stem, int rv)
    {
        bool isSuperlative = stem.Cut("ейше", rv) || stem.Cut("ейш", rv);
        int end = stem.Length;
        if (end - 2 >= rv && stem.Ends("нн"))
        {
            stem.Cut(end - 1);
        }
        else if (!isSuperlative)
        {
            _ = stem.Cut("ь", rv);
        }
    }
}
