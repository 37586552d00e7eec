using System.Collections.Frozen;

namespace Search.Corpus.Languages;

/// <summary>Common little words of languages in Latin letters. A word may belong to several: each counts it.</summary>
internal static class StopWords
{
    /// <summary>Longest word listed, in UTF-16 code units.</summary>
    public const int Longest = 8;

    private static readonly string[][] Lists =
    [
        Of("en", """
            the of and to in is that for it as was with be by on not he his but at are this have from or had an they
            which
            you were all her she there would their we him been has when who will no more if out so up said what its
            about
            than into them can only other time some could these may do then first any my now such like our over me even
            must after also did many shall should under those each being where between through while because both
            """),
        Of("fr", """
            le la les des du de un une et est en que qui dans pour pas au aux sur par avec plus ce cette ces il elle ils
            nous vous leur leurs son sa ses sont été être ont ou où mais comme ne se si tout tous toutes cet dont sans
            entre aussi à y notre nos votre même afin ainsi fait peut doit ces lors l d qu
            """),
        Of("es", """
            el la los las de del un una y e es en que por para con no se al lo su sus como más o pero sus le ha han son
            este esta estos estas ese esa entre sin sobre también ser fue está muy hasta desde todo todos nos ya cuando
            donde quien cual contra nuestro nuestra
            """),
        Of("de", """
            der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an werden aus er hat dass
            sie
            nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr
            durch
            """),
        Of("it", """
            il lo la i gli le di del della dei delle e è un una che in per con non si da al alla nel nella sono come più
            anche ha ma o se su questo questa essere dal dalla tra
            """),
        Of("pt", """
            o a os as de do da dos das um uma e é em que no na nos nas por para com não se ao à mais como mas foi são ou
            ser também pelo pela entre sem sua seu
            """),
        Of("nl", """
            de het een en van in is dat op te zijn voor met die niet aan er om ook als door bij naar uit wordt of over
            deze
            dit worden tot hebben heeft kan maar zal welke
            """),
    ];

    private static readonly FrozenDictionary<string, int> Masks = BuildMasks();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Masks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Codes of the languages, in the order of the counts.</summary>
    public static string[] Languages { get; } = [.. Lists.Select(list => list[0])];

    /// <summary>Adds one to each language that the word belongs to.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="hits">One count a language.</param>
    public static void Count(ReadOnlySpan<char> word, Span<int> hits)
    {
        if (!BySpan.TryGetValue(word, out int mask))
        {
            return;
        }

        for (int i = 0; i < hits.Length; i++)
        {
            hits[i] += (mask >> i) & 1;
        }
    }

    private static string[] Of(string language, string words) =>
        [language, .. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static FrozenDictionary<string, int> BuildMasks()
    {
        Dictionary<string, int> masks = new(StringComparer.Ordinal);
        for (int i = 0; i < Lists.Length; i++)
        {
            foreach (string word in Lists[i].Skip(1).Where(word => word.Length <= Longest))
            {
                masks[word] = masks.GetValueOrDefault(word) | (1 << i);
            }
        }

        return masks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
