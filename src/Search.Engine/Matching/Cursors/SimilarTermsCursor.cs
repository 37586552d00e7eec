using Search.Engine.Matching.Windows;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Documents that hold any of some terms, which seldom stand in one document since they are spellings of one word; the
/// scores of those that do are summed. Who takes the terms one by one needs no cursor each: they are made when the
/// cursor is first moved.
/// </summary>
/// <param name="context">The segment, and who lends cursors over it.</param>
/// <param name="field">Dictionary of the terms.</param>
/// <param name="terms">The terms in the order their scores are summed in; two or more count.</param>
/// <param name="count">How many of <paramref name="terms"/> count.</param>
internal sealed class SimilarTermsCursor(
    MatchContext context, InvertedField field, WeighedTerm[] terms, int count) : MatchCursor
{
    private DisjunctionCursor? _documents;
    private PostingsCursor? _postings;

    /// <summary>The segment.</summary>
    public SegmentView Segment => context.Segment;

    /// <summary>Dictionary of the terms.</summary>
    public InvertedField Field { get; } = field;

    /// <summary>The terms, in the order their scores are summed in.</summary>
    public ReadOnlySpan<WeighedTerm> Terms => terms.AsSpan(0, count);

    /// <summary>A cursor that can be turned to each of the terms; null where postings do not lie in blocks.</summary>
    public BlockPostingsCursor? Blocks =>
        (_postings ??= Rent(terms[0].Entry)) as BlockPostingsCursor;

    /// <inheritdoc/>
    public override int DocId => _documents?.DocId ?? -1;

    /// <inheritdoc/>
    public override long Cost { get; } = Sum(terms.AsSpan(0, count));

    private DisjunctionCursor Documents => _documents ??= new DisjunctionCursor(
        [.. terms.Take(count).Select(term => Cursor(term.Entry, term.Score))]);

    /// <inheritdoc/>
    public override int Next() => Documents.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => Documents.Seek(target);

    /// <inheritdoc/>
    public override float Score() => Documents.Score();

    /// <inheritdoc/>
    public override WindowSource? Windows() => Documents.Windows();

    private static long Sum(ReadOnlySpan<WeighedTerm> terms)
    {
        long sum = 0;
        foreach (WeighedTerm term in terms)
        {
            sum += term.Entry.DocFrequency;
        }

        return sum;
    }

    private TermMatchCursor Cursor(in TermEntry entry, FrequencyScore score) =>
        new(Rent(entry), Segment, Field, score);

    private PostingsCursor Rent(in TermEntry entry) => context.Report.Rent(Segment, Field, entry);
}
