using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Nearness;
using Search.Engine.Schemas;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Nodes;

/// <summary>
/// Words whose stems are those of some languages, in the documents of these languages alone: the French stem of
/// <c>note</c> is <c>not</c>, which in an English paragraph is another word.
/// </summary>
/// <param name="inner">The words, as stemmed for the languages.</param>
/// <param name="languages">The keyword field that holds a document's language.</param>
/// <param name="values">The languages, UTF-8, one or more, as the field has them.</param>
internal sealed class LanguageNode(FrequencyNode inner, InvertedField languages, IReadOnlyList<byte[]> values)
    : FrequencyNode
{
    /// <summary>The words.</summary>
    public FrequencyNode Inner => inner;

    /// <inheritdoc/>
    public override InvertedField Field => inner.Field;

    /// <inheritdoc/>
    public override float Idf(ScoreModel model) => inner.Idf(model);

    /// <inheritdoc/>
    public override FrequencyCursor? Frequencies(MatchContext context, FrequencyScore? score) =>
        Documents(context) is DocCursor[] { Length: > 0 } documents
        && inner.Frequencies(context, score) is FrequencyCursor words
            ? new LanguageCursor(words, documents)
            : null;

    /// <inheritdoc/>
    public override OccurrenceSource Occurrences(MatchContext context) =>
        new LanguageOccurrences(inner.Occurrences(context)!, Documents(context)); // never null: texts

    private DocCursor[] Documents(MatchContext context)
    {
        List<DocCursor> cursors = [];
        foreach (byte[] value in values)
        {
            if (context.Segment.TryFindTerm(languages, value, out TermEntry entry))
            {
                cursors.Add(context.Segment.Postings(languages, entry));
            }
        }

        return [.. cursors];
    }
}
