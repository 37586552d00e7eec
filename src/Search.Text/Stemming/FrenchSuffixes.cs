namespace Search.Text.Stemming;

/// <summary>The endings that the French stemmer knows, and the numbers of what it does with them.</summary>
internal static class FrenchSuffixes
{
    public const int Always = 0;
    public const int InR2 = 1;
    public const int InR2AfterIc = 2;
    public const int Ement = 3;
    public const int Ite = 4;
    public const int If = 5;
    public const int InR1 = 6;
    public const int Oux = 7;
    public const int Euse = 8;
    public const int Issement = 9;
    public const int Adverb = 10;
    public const int Ment = 11;
    public const int WithE = 12;
    public const int Ais = 13;
    public const int Ion = 14;

    /// <summary>Endings of nouns, adjectives and adverbs.</summary>
    public static readonly Suffix[] Standard = Suffix.LongestFirst(
        Suffix.All(
            InR2,
            "ance iqUe isme able iste eux ances iqUes ismes ables istes logie=log logies=log usion=u ution=u usions=u "
            + "utions=u ence=ent ences=ent"),
        Suffix.All(InR2AfterIc, "atrice ateur ation atrices ateurs ations"),
        Suffix.All(Ement, "ement ements"),
        Suffix.All(Ite, "ité ités"),
        Suffix.All(If, "if ive ifs ives"),
        Suffix.All(Always, "eaux=eau"),
        Suffix.All(InR1, "aux=al"),
        Suffix.All(Oux, "oux"),
        Suffix.All(Euse, "euse euses"),
        Suffix.All(Issement, "issement issements"),
        Suffix.All(Adverb, "amment=ant emment=ent"),
        Suffix.All(Ment, "ment ments"));

    /// <summary>Endings of the verbs on -ir.</summary>
    public static readonly Suffix[] VerbsWithI = Suffix.LongestFirst(Suffix.All(
        Always,
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent "
        + "issais issait issant issante issantes issants isse issent isses issez issiez issions issons it"));

    /// <summary>Endings of the other verbs.</summary>
    public static readonly Suffix[] Verbs = Suffix.LongestFirst(
        Suffix.All(InR2, "ions"),
        Suffix.All(
            Always,
            "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez eais"),
        Suffix.All(WithE, "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions"),
        Suffix.All(Ais, "ais aise aises"));

    /// <summary>What is dropped where nothing else was.</summary>
    public static readonly Suffix[] Residual = Suffix.LongestFirst(
        Suffix.All(Ion, "ion"),
        Suffix.All(Always, "ier=i ière=i Ier=i Ière=i e"));
}
