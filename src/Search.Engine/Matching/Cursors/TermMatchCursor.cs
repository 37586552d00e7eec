using Search.Engine.Matching.Windows;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>Documents that hold one term.</summary>
internal sealed class TermMatchCursor(
    PostingsCursor postings, SegmentView segment, InvertedField field, FrequencyScore? score) : FrequencyCursor
{
    /// <summary>The postings as blocks; null where they do not lie in blocks.</summary>
    public BlockPostingsCursor? Blocks => postings as BlockPostingsCursor;

    /// <summary>What a frequency is worth; null for nothing.</summary>
    public FrequencyScore? Scores => score;

    /// <summary>Whether scores may be read from a table.</summary>
    public bool HasTable =>
        score is not null && ScoreTable.IsUsableWeight(score.Weight) && Blocks is { Norms.IsEmpty: false };

    /// <inheritdoc/>
    public override int DocId => postings.DocId;

    /// <inheritdoc/>
    public override long Cost => postings.Cost;

    /// <inheritdoc/>
    public override int Next() => postings.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => postings.Seek(target);

    /// <inheritdoc/>
    public override float Frequency() => postings.Frequency;

    /// <inheritdoc/>
    public override float Score() =>
        score is null ? 0 : score.Score(postings.Frequency, segment.Norms(field)[postings.DocId]);

    /// <inheritdoc/>
    public override WindowSource? Windows() =>
        HasTable ? new TermWindows(Blocks!, new ScoreTable(score!)) : null; // both are there with a table
}
