using Search.Engine.Matching.Windows;
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
    private readonly Func<FrequencyCursor?> _again;
    private int _docId = -1;

    /// <summary>Makes a cursor over one or more others, none of them moved.</summary>
    /// <param name="variants">The others.</param>
    /// <param name="segment">Their segment.</param>
    /// <param name="field">Their field.</param>
    /// <param name="score">What a frequency is worth; null for nothing.</param>
    /// <param name="again">The same cursor anew.</param>
    public VariantCursor(
        FrequencyCursor[] variants, SegmentView segment, InvertedField field, FrequencyScore? score,
        Func<FrequencyCursor?> again)
    {
        _again = again;
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
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override bool IsExact { get; } = true;

    /// <inheritdoc/>
    public override int Next() => _docId == End ? End : Seek(_docId + 1);

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target <= _docId)
        {
            return _docId;
        }

        int least = End;
        foreach (FrequencyCursor variant in _variants)
        {
            int docId = variant.DocId;
            least = Math.Min(least, docId < target ? variant.Seek(target) : docId);
        }

        return _docId = least;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        int docId = _docId;
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
        int docId = _docId;
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
    public override float Score() => _score is null ? 0 : _score.Score(Frequency(), _segment.Norms(_field)[_docId]);

    /// <inheritdoc/>
    public override WindowSource? Windows()
    {
        TermMatchCursor? longest = null;
        foreach (FrequencyCursor variant in _variants)
        {
            if (variant is TermMatchCursor { HasTable: true } term && !(term.Cost <= longest?.Cost))
            {
                longest = term;
            }
        }

        return longest?.Windows() is { } windows && _again() is VariantCursor again
            ? new VariantWindows(windows, Array.FindAll(_variants, variant => variant != longest), again)
            : null;
    }
}
