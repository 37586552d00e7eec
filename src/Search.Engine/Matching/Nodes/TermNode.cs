using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>Documents that hold one term of a text field.</summary>
/// <param name="field">A form of a text field.</param>
/// <param name="term">The term, UTF-8, as the form has it.</param>
internal sealed class TermNode(InvertedField field, byte[] term) : FrequencyNode
{
    /// <inheritdoc/>
    public override InvertedField Field { get; } = field;

    /// <summary>The term, UTF-8.</summary>
    public byte[] Term => term;

    /// <inheritdoc/>
    public override float Idf(ScoreModel model)
    {
        int frequency = model.DocFrequency(Field, term);
        return frequency == 0 ? 0 : model.Idf(Field, frequency);
    }

    /// <inheritdoc/>
    public override FrequencyCursor? Frequencies(MatchContext context, FrequencyScore? score) =>
        context.Segment.TryFindTerm(Field, term, out TermEntry entry)
            ? new TermMatchCursor(context.Report.Rent(context.Segment, Field, entry), context.Segment, Field, score)
            : null;

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) =>
        context.Segment.TryFindTerm(Field, term, out TermEntry entry)
            ? new PostingsOccurrences(Field.Field, context.Report.Rent(context.Segment, Field, entry))
            : new PostingsOccurrences(Field.Field, null);
}
