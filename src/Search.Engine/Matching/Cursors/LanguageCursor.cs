using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>What a cursor gives, in the documents of some languages alone.</summary>
/// <param name="words">The cursor, not moved.</param>
/// <param name="languages">Documents of each language, one or more, none of them moved.</param>
internal sealed class LanguageCursor(FrequencyCursor words, DocCursor[] languages) : FrequencyCursor
{
    /// <inheritdoc/>
    public override int DocId => words.DocId;

    /// <inheritdoc/>
    public override long Cost => words.Cost;

    /// <inheritdoc/>
    public override bool IsExact => words.IsExact;

    /// <inheritdoc/>
    public override int Next() => Settle(words.Next());

    /// <inheritdoc/>
    public override int Seek(int target) => target <= words.DocId ? words.DocId : Settle(words.Seek(target));

    /// <inheritdoc/>
    public override bool Matches() => words.Matches();

    /// <inheritdoc/>
    public override float Frequency() => words.Frequency();

    /// <inheritdoc/>
    public override float Score() => words.Score();

    /// <summary>Goes on until words and languages meet.</summary>
    private int Settle(int docId)
    {
        while (docId != End)
        {
            int least = End;
            foreach (DocCursor language in languages)
            {
                least = Math.Min(least, language.Seek(docId));
            }

            if (least == docId)
            {
                return docId;
            }

            docId = least == End ? words.Seek(End) : words.Seek(least);
        }

        return End;
    }
}
