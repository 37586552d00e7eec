using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Phrases;

/// <summary>
/// Documents that hold a phrase: candidates hold all its words, and positions are read for candidates alone.
/// </summary>
internal sealed class PhraseCursor : FrequencyCursor
{
    private readonly SlotPostings _postings;
    private readonly ExactPhraseMatcher? _exact;
    private readonly SloppyPhraseMatcher? _sloppy;
    private readonly SegmentView _segment;
    private readonly InvertedField _field;
    private readonly FrequencyScore? _score;
    private int _checkedDocId = -1;
    private float _frequency;

    /// <summary>Makes a cursor.</summary>
    /// <param name="postings">The slots, not moved.</param>
    /// <param name="slop">Moves allowed in all; 0 is exact.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The inverted field whose norms count.</param>
    /// <param name="score">What a frequency is worth; null for nothing.</param>
    public PhraseCursor(
        SlotPostings postings, int slop, SegmentView segment, InvertedField field, FrequencyScore? score)
    {
        _postings = postings;
        _exact = slop == 0 ? new ExactPhraseMatcher(postings) : null;
        _sloppy = slop == 0 ? null : new SloppyPhraseMatcher(postings, slop);
        _segment = segment;
        _field = field;
        _score = score;
    }

    /// <summary>
    /// The slots, where the phrase is exact, all its words lie in blocks and a table scores it; else null.
    /// </summary>
    public SlotPostings? Blocks => _exact is not null
        && _score is not null
        && ScoreTable.IsUsableWeight(_score.Weight)
        && _postings.Cursors.Length > 1
        && Array.TrueForAll(_postings.All, static cursor => cursor is BlockPostingsCursor)
            ? _postings
            : null;

    /// <summary>What a frequency is worth; null for nothing.</summary>
    public FrequencyScore? Scores => _score;

    /// <inheritdoc/>
    public override int DocId => _postings.DocId;

    /// <inheritdoc/>
    public override long Cost => _postings.Cost;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override int Next() => _postings.Next();

    /// <inheritdoc/>
    public override int Seek(int target) => _postings.Seek(target);

    /// <inheritdoc/>
    public override bool Matches() => Frequency() > 0;

    /// <inheritdoc/>
    public override float Frequency()
    {
        if (_checkedDocId != _postings.DocId)
        {
            _checkedDocId = _postings.DocId;
            _frequency = _exact?.Find().Length ?? _sloppy!.Frequency(); // the one or the other was made
        }

        return _frequency;
    }

    /// <inheritdoc/>
    public override float Score() => _score is null ? 0 : _score.Score(Frequency(), _segment.Norms(_field)[DocId]);
}
