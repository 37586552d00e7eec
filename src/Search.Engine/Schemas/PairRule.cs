namespace Search.Engine.Schemas;

/// <summary>
/// Which pairs of neighbouring words of a text field get posting lists of their own, so that phrases of common words
/// need no positions. (Common-grams of Nutch and Lucene; Williams, Zobel and Bahle, Fast phrase querying with combined
/// indexes, 2004.) A phrase costs about what the lists of its words are long, a pair what it is frequent, and it is
/// asked for about as often as it is written: so the lists of the two words together must be long, neither of them too
/// short, and the pair not rare, neither among all documents nor among those of its words. All bounds are shares. On
/// 1.5 million passages they give 280 pairs, 3 percent of the index, where stop words are left out, and 450 pairs, 9
/// percent of it, where every word is kept.
/// </summary>
internal sealed record PairRule
{
    /// <summary>Most words that pairs are made of, the most frequent ones.</summary>
    public const int MaxWords = 1023;

    /// <summary>
    /// Segments of fewer documents list more pairs than their share, so that what is due in a segment merged of them
    /// is listed in all of them, and its lists need only be copied.
    /// </summary>
    private const int ManyDocs = 1 << 20;

    private const double ShareOfFew = 0.75;

    /// <summary>The rule of every index but those of tests.</summary>
    public static PairRule Default { get; } = new();

    /// <summary>A rule that lists no pairs.</summary>
    public static PairRule None { get; } = new() { LeastDocs = int.MaxValue };

    /// <summary>Segments of fewer documents list no pairs: every phrase is fast there.</summary>
    public int LeastDocs { get; init; } = 4096;

    /// <summary>Each word is in one of so many documents, or in more.</summary>
    public int DocsPerWord { get; init; } = 300;

    /// <summary>The documents of the two words together, counted for each, are one of so many, or more.</summary>
    public int DocsPerBoth { get; init; } = 32;

    /// <summary>The pair is in one of so many documents, or in more.</summary>
    public int DocsPerPair { get; init; } = 480;

    /// <summary>
    /// The pair is in one of so many documents that hold its words, counted for each, or in more.
    /// </summary>
    public int DocsOfBothPerPair { get; init; } = 75;

    /// <summary>Whether a segment of so many documents lists pairs.</summary>
    public bool AppliesTo(int docCount) => docCount >= LeastDocs;

    /// <summary>The least document frequency of a word of a pair; at least 2.</summary>
    public int LeastOfWord(int docCount) => (int)Math.Max(2, Share(docCount) / DocsPerWord);

    /// <summary>Whether a pair is listed.</summary>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="first">Documents that hold the first word.</param>
    /// <param name="second">Documents that hold the second.</param>
    /// <param name="pair">Documents that hold the two next to each other.</param>
    public bool Lists(int docCount, int first, int second, long pair)
    {
        double share = Share(docCount);
        double both = (double)first + second;
        return pair > 0
            && pair * (double)DocsPerPair >= share
            && both * DocsPerBoth >= share
            && pair * (double)DocsOfBothPerPair >= both * (share / docCount);
    }

    private static double Share(int docCount) => docCount < ManyDocs ? ShareOfFew * docCount : docCount;
}
