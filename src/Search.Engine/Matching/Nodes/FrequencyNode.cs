using Search.Engine.Matching.Cursors;
using Search.Engine.Schemas;

namespace Search.Engine.Matching.Nodes;

/// <summary>A node of one text field that scores by frequency.</summary>
internal abstract class FrequencyNode : QueryNode, IScoredNode
{
    /// <summary>The inverted field whose lengths count for its score.</summary>
    public abstract InvertedField Field { get; }

    /// <summary>The idf of the whole node, 0 where the index lacks a word that it needs.</summary>
    public abstract float Idf(ScoreModel model);

    /// <summary>
    /// A cursor of which only frequencies are asked; null where the segment lacks a word that it needs.
    /// </summary>
    public abstract FrequencyCursor? Frequencies(MatchContext context, FrequencyScore? score);

    /// <inheritdoc/>
    public FrequencyScore? Weigh(ScoreModel model, float boost)
    {
        float idf = Idf(model);
        return idf > 0 ? model.Weigh(Field, idf, boost) : null;
    }

    /// <inheritdoc/>
    public override MatchCursor Cursor(MatchContext context, float boost)
    {
        FrequencyScore? score = context.ScoreOf(this, boost);
        return Frequencies(context, score) ?? (MatchCursor)NoneCursor.Instance;
    }
}
