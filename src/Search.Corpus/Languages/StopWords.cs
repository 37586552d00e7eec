namespace Search.Corpus.Languages;

/// <summary>Common little words of languages in Latin letters. A word may belong to several: each counts it.</summary>
internal static class StopWords
{
    /// <summary>Longest word listed, in UTF-16 code units.</summary>
    public const int Longest = 8;

    /// <summary>Bits of a language's lane in the counts of a text; seven lanes fit.</summary>
    public const int LaneBits = 9;

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

    // Open addressing over a power of two, sparse, so that most words that are not listed are refused at once.
    private const int Slots = 4096;
    private static readonly ulong[] Keys = new ulong[Slots];
    private static readonly ulong[] Lanes = new ulong[Slots];

    static StopWords()
    {
        for (int language = 0; language < Lists.Length; language++)
        {
            foreach (string word in Lists[language].Skip(1).Where(word => word.Length <= Longest))
            {
                ulong key = 0;
                foreach (char c in word)
                {
                    key = (key << 8) | (c & 0xFFu);
                }

                int slot = SlotOf(key);
                while (Keys[slot] != 0 && Keys[slot] != key)
                {
                    slot = (slot + 1) % Slots;
                }

                Keys[slot] = key;
                Lanes[slot] |= 1UL << (language * LaneBits);
            }
        }
    }

    /// <summary>Codes of the languages, in the order of the lanes.</summary>
    public static string[] Languages { get; } = [.. Lists.Select(list => list[0])];

    /// <summary>One in the lane of each language that the word belongs to.</summary>
    /// <param name="word">Its letters in lower case, one byte each, the first highest; all are in Latin-1.</param>
    public static ulong LanesOf(ulong word)
    {
        int slot = SlotOf(word);
        while (Keys[slot] != 0)
        {
            if (Keys[slot] == word)
            {
                return Lanes[slot];
            }

            slot = (slot + 1) % Slots;
        }

        return 0;
    }

    private static int SlotOf(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> 52);

    private static string[] Of(string language, string words) =>
        [language, .. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
