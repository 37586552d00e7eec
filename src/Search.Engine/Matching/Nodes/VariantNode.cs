using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Several spellings of one thing (<c>cyber-crime</c>, <c>cybercrime</c>): frequencies are summed, and each occurrence
/// is
/// worth what the commonest spelling is, so that a rare spelling does not outweigh the word itself.
/// </summary>
/// <param name="variants">Two or more, over forms of the same text field.</param>
internal sealed class VariantNode(IReadOnlyList<FrequencyNode> variants) : FrequencyNode
{
    /// <summary>The spellings.</summary>
    public IReadOnlyList<FrequencyNode> Variants => variants;

    /// <inheritdoc/>
    public override InvertedField Field => variants[0].Field;

    /// <inheritdoc/>
    public override float Idf(ScoreModel model)
    {
        // How often a stem of one language stands in all the others says nothing of it.
        float least = Idf(model, isOfLanguage: false);
        return least > 0 ? least : Idf(model, isOfLanguage: true);
    }

    /// <inheritdoc/>
    public override FrequencyCursor? Frequencies(MatchContext context, FrequencyScore? score)
    {
        List<FrequencyCursor> cursors = [];
        foreach (FrequencyNode variant in variants)
        {
            if (variant.Frequencies(context, score) is FrequencyCursor cursor)
            {
                cursors.Add(cursor);
            }
        }

        return cursors.Count switch
        {
            0 => null,
            1 => cursors[0],
            _ => new VariantCursor([.. cursors], context.Segment, Field, score, () => Frequencies(context, score)),
        };
    }

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) =>
        new UnionOccurrences([.. variants.Select(variant => variant.Occurrences(context)!)]); // never null: texts

    private float Idf(ScoreModel model, bool isOfLanguage)
    {
        float least = 0;
        foreach (FrequencyNode variant in variants)
        {
            float idf = variant is LanguageNode == isOfLanguage ? variant.Idf(model) : 0;
            if (idf > 0 && (least == 0 || idf < least))
            {
                least = idf;
            }
        }

        return least;
    }
}
