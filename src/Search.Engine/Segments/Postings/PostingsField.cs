using Search.Engine.Segments.Files;

namespace Search.Engine.Segments.Postings;

/// <summary>Where the postings of one inverted field lie. Safe for use by several threads.</summary>
internal sealed class PostingsField
{
    /// <summary>Finds the sections of an inverted field.</summary>
    /// <exception cref="IndexCorruptException">One is missing or has the wrong length.</exception>
    public PostingsField(SegmentFile file, int field, bool hasPositions)
    {
        DocCount = file.DocCount;
        Postings = file.Section(SectionKind.Postings, field);
        if (hasPositions)
        {
            Positions = file.Section(SectionKind.Positions, field);
            Norms = file.Section(SectionKind.Norms, field);
            Norms.Require(Norms.Length == DocCount, $"{Norms.Length} norms for {DocCount} documents");
        }
    }

    private PostingsField(SegmentFile file, SegmentSection postings, SegmentSection norms)
    {
        DocCount = file.DocCount;
        Postings = postings;
        Norms = norms;
    }

    /// <summary>Documents of the segment.</summary>
    public int DocCount { get; }

    /// <summary>Whether lists keep frequencies and best pairs.</summary>
    public bool HasFrequencies => Norms is not null;

    /// <summary>Doc ids and frequencies.</summary>
    public SegmentSection Postings { get; }

    /// <summary>Positions; null where the field keeps none.</summary>
    public SegmentSection? Positions { get; }

    /// <summary>One byte a document; null where the field keeps none.</summary>
    public SegmentSection? Norms { get; }

    /// <summary>Cursors over the field's lists that may be used again.</summary>
    public SparePostings Spare { get; } = new();

    /// <summary>
    /// Where the lists of pairs of the words of a field lie: they have frequencies and no positions. Null where the
    /// segment has none.
    /// </summary>
    public static PostingsField? OfPairs(SegmentFile file, int field) =>
        file.TrySection(SectionKind.PairPostings, field, out SegmentSection? postings)
            ? new PostingsField(file, postings, file.Section(SectionKind.Norms, field))
            : null;
}
