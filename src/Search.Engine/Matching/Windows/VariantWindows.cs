using System.Buffers;
using Search.Engine.Matching.Cursors;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// The scores of a word in several spellings, of which one is a term: windows in which no other spelling stands are
/// those of the term; in the rest, the documents of the others are scored anew by all of their spellings.
/// </summary>
/// <param name="term">The scores of the spelling that is a term and stands in the most documents.</param>
/// <param name="others">The other spellings, not moved.</param>
/// <param name="all">All spellings, by cursors of their own, not moved.</param>
internal sealed class VariantWindows(WindowSource term, FrequencyCursor[] others, VariantCursor all) : WindowSource
{
    private int _nextOfTerm = -1;

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        if (_nextOfTerm < from)
        {
            _nextOfTerm = term.Seek(from);
        }

        return Math.Min(_nextOfTerm, NextOfOthers(from));
    }

    /// <inheritdoc/>
    public override void Add(int start, Span<float> scores)
    {
        int docId = NextOfOthers(start);
        if (docId >= start + Size)
        {
            AddTerm(start, scores);
            return;
        }

        float[] rented = ArrayPool<float>.Shared.Rent(Size);
        Span<float> own = rented.AsSpan(0, Size);
        own.Clear();
        AddTerm(start, own);
        for (; docId < start + Size; docId = NextOfOthers(docId + 1))
        {
            if (all.Seek(docId) == docId && (all.IsExact || all.Matches()))
            {
                own[docId - start] = Math.Max(all.Score(), ScoreTable.Least);
            }
        }

        for (int i = 0; i < own.Length; i++)
        {
            scores[i] += own[i];
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public override void Return() => term.Return();

    private void AddTerm(int start, Span<float> scores)
    {
        if (_nextOfTerm < start)
        {
            _nextOfTerm = term.Seek(start);
        }

        if (_nextOfTerm < start + Size)
        {
            term.Add(start, scores);
        }
    }

    private int NextOfOthers(int from)
    {
        int least = DocCursor.End;
        foreach (FrequencyCursor other in others)
        {
            int docId = other.DocId;
            least = Math.Min(least, docId < from ? other.Seek(from) : docId);
        }

        return least;
    }
}
