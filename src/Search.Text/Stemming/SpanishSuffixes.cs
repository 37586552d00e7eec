namespace Search.Text.Stemming;

/// <summary>The endings that the Spanish stemmer knows, and the numbers of what it does with them.</summary>
internal static class SpanishSuffixes
{
    public const int Always = 0;
    public const int AfterU = 1;
    public const int AfterIc = 2;
    public const int Amente = 3;
    public const int Mente = 4;
    public const int Idad = 5;
    public const int Ivo = 6;
    public const int AfterGu = 7;

    /// <summary>Pronouns that are written together with the verb before.</summary>
    public static readonly Suffix[] Pronouns = Suffix.LongestFirst(
        Suffix.All(Always, "me se sela selo selas selos la le lo las les los nos"));

    /// <summary>Endings of verbs that such a pronoun follows.</summary>
    public static readonly Suffix[] BeforePronouns = Suffix.LongestFirst(
        Suffix.All(Always, "iéndo=iendo ándo=ando ár=ar ér=er ír=ir ando iendo ar er ir"),
        Suffix.All(AfterU, "yendo"));

    /// <summary>Endings of nouns, adjectives and adverbs.</summary>
    public static readonly Suffix[] Standard = Suffix.LongestFirst(
        Suffix.All(
            Always,
            "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento "
            + "amientos imiento imientos logía=log logías=log ución=u uciones=u ucion=u encia=ente encias=ente"),
        Suffix.All(AfterIc, "adora ador ación adoras adores aciones ante antes ancia ancias acion"),
        Suffix.All(Amente, "amente"),
        Suffix.All(Mente, "mente"),
        Suffix.All(Idad, "idad idades"),
        Suffix.All(Ivo, "iva ivo ivas ivos"));

    /// <summary>Endings of verbs that begin with y.</summary>
    public static readonly Suffix[] VerbsWithY = Suffix.LongestFirst(
        Suffix.All(Always, "ya ye yan yen yeron yendo yo yó yas yes yais yamos"));

    /// <summary>Endings of the other verbs.</summary>
    public static readonly Suffix[] Verbs = Suffix.LongestFirst(
        Suffix.All(AfterGu, "en es éis emos"),
        Suffix.All(
            Always,
            "arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis "
            + "eríamos eremos erá eré irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía "
            + "ara iera ad ed id ase iese aste iste an aban ían aran ieran asen iesen aron ieron ado ido ando iendo "
            + "ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis "
            + "asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos"));

    /// <summary>What is dropped at last.</summary>
    public static readonly Suffix[] Residual = Suffix.LongestFirst(
        Suffix.All(Always, "os a o á í ó"),
        Suffix.All(AfterGu, "e é"));
}
