using Search.Engine.Matching.Nodes;
using Search.Engine.Segments;

namespace Search.Engine.Matching;

/// <summary>What cursors over one segment are made with. Owned by one thread.</summary>
internal sealed class MatchContext
{
    private readonly Dictionary<(QueryNode Node, float Boost), FrequencyScore?>? _scores;

    /// <summary>Makes a context.</summary>
    /// <param name="segment">The segment to match.</param>
    /// <param name="model">Statistics to score by; null where scores are not wanted and come out as 0.</param>
    /// <param name="sentences">Sentence ends; null where the segment has no texts, and then no sentence
    /// matches.</param>
    /// <param name="report">Bounds, and what is found out on the way.</param>
    public MatchContext(SegmentView segment, ScoreModel? model, SentenceSource? sentences, MatchReport report)
    {
        Segment = segment;
        Model = model;
        Sentences = sentences;
        Report = report;
    }

    private MatchContext(SegmentView segment, SentenceSource? sentences, MatchContext other)
    {
        Segment = segment;
        Model = other.Model;
        Sentences = sentences;
        Report = other.Report;
        _scores = other._scores ?? []; // worth keeping from the second segment on
    }

    /// <summary>The segment.</summary>
    public SegmentView Segment { get; }

    /// <summary>Statistics; null where nothing is scored.</summary>
    public ScoreModel? Model { get; }

    /// <summary>Sentence ends, or null.</summary>
    public SentenceSource? Sentences { get; }

    /// <summary>What was found out on the way.</summary>
    public MatchReport Report { get; }

    /// <summary>
    /// A context for another segment of the same search, which shares what was computed for this one.
    /// </summary>
    public MatchContext For(SegmentView segment, SentenceSource? sentences) => new(segment, sentences, this);

    /// <summary>The score of a node at a boost, computed once or twice a search; null without a model.</summary>
    public FrequencyScore? ScoreOf(IScoredNode node, float boost)
    {
        if (Model is null)
        {
            return null;
        }

        if (_scores is null)
        {
            return node.Weigh(Model, boost);
        }

        var key = ((QueryNode)node, boost);
        if (!_scores.TryGetValue(key, out FrequencyScore? score))
        {
            score = node.Weigh(Model, boost);
            _scores.Add(key, score);
        }

        return score;
    }
}
