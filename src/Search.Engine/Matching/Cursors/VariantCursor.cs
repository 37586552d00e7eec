using Search.Engine.Schemas;
using Search.Engine.Segments;

namespace Search.Engine.Matching.Cursors;

/// <summary>Documents that hold any of a few spellings; frequencies are summed in the order of the spellings.</summary>
internal sealed class VariantCursor : FrequencyCursor
{
    private readonly FrequencyCursor[] _variants;
    private readonly SegmentView _segment;
    private readonly InvertedField _field;
    private readonly FrequencyScore? _score;

    /// <summary>Makes a cursor over one or more others, none of them moved.</summary>
    public VariantCursor(
        FrequencyCursor[] variants, SegmentView segment, InvertedField field, FrequencyScore? score)
    {
        _variants = variants;
        _segment = segment;
        _field = field;
        _score = score;
        foreach (FrequencyCursor variant in variants)
        {
            Cost += variant.Cost;
            IsExact &= variant.IsExact;
        }
    }

    /// <inheritdoc/>
    public override int DocId
    {
        get
        {
            int least = End;
            foreach (FrequencyCursor variant in _variants)
            {
                least = Math.Min(least, variant.DocId);
            }

            return least;
        }
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override bool IsExact { get; } = true;

    /// <inheritdoc/>
    public override int Next()
    {
        int docId = DocId;
        return docId == End ? End : Seek(docId + 1);
    }

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        int least = End;
        foreach (FrequencyCursor variant in _variants)
        {
            least = Math.Min(least, variant.DocId < target ? variant.Seek(target) : variant.DocId);
        }

        return least;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        int docId = DocId;
        foreach (FrequencyCursor variant in _variants)
        {
            if (variant.DocId == docId && (variant.IsExact || variant.Matches()))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override float Frequency()
    {
        int docId = DocId;
        float sum = 0;
        foreach (FrequencyCursor variant in _variants)
        {
            if (variant.DocId == docId && (variant.IsExact || variant.Matches()))
            {
                sum += variant.Frequency();
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override float Score() => _score is null ? 0 : _score.Score(Frequency(), _segment.Norms(_field)[DocId]);
}
