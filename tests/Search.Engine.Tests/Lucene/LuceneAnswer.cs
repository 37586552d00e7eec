using System.Globalization;

namespace Search.Engine.Tests.Lucene;

/// <summary>What Lucene found for one query.</summary>
/// <param name="line">Hits as <c>doc:scorebits</c>, in order, or "refused" and why.</param>
/// <param name="tolerance">How far scores may be apart, relatively.</param>
internal sealed class LuceneAnswer(string line, double tolerance)
{
    // Of the least scores, which come from boosts of nothing, the absolute distance counts.
    private const double LeastScore = 1e-3;

    private readonly (int DocId, float Score)[] _hits = line.StartsWith("refused", StringComparison.Ordinal)
        ? []
        : [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    /// <summary>Whether Lucene does not take the query.</summary>
    public bool IsRefused { get; } = line.StartsWith("refused", StringComparison.Ordinal);

    /// <summary>Number of hits.</summary>
    public int Count => _hits.Length;

    /// <summary>What is different about our answer; null for nothing.</summary>
    public string? Difference(long total, (int DocId, float Score)[] ours, bool isScored)
    {
        if (total != _hits.Length || ours.Length != _hits.Length)
        {
            return $"{total} hits, Lucene {_hits.Length}";
        }

        var scores = _hits.ToDictionary(hit => hit.DocId, hit => hit.Score);
        float before = float.MaxValue;
        foreach ((int docId, float score) in ours)
        {
            if (!scores.TryGetValue(docId, out float theirs))
            {
                return $"document {docId} is no hit of Lucene's";
            }

            if (isScored && !IsClose(score, theirs))
            {
                return $"document {docId} scores {score}, Lucene {theirs}";
            }

            if (isScored && theirs > before && !IsClose(theirs, before))
            {
                return $"document {docId} comes too late, with Lucene's score of {theirs} behind {before}";
            }

            before = theirs;
        }

        return isScored ? Places(ours) : null;
    }

    /// <summary>A hit whose score is apart from those of its neighbours has one place.</summary>
    private string? Places((int DocId, float Score)[] ours)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            bool isApart = (i == 0 || !IsClose(_hits[i - 1].Score, _hits[i].Score))
                && (i == ours.Length - 1 || !IsClose(_hits[i + 1].Score, _hits[i].Score));
            if (isApart && ours[i].DocId != _hits[i].DocId)
            {
                return $"document {ours[i].DocId} is at place {i + 1}, Lucene has {_hits[i].DocId} there";
            }
        }

        return null;
    }

    private bool IsClose(float one, float other) =>
        Math.Abs(one - other) <= tolerance * Math.Max(Math.Max(one, other), LeastScore);

    private static (int DocId, float Score) Read(string hit)
    {
        string[] parts = hit.Split(':');
        return (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            BitConverter.Int32BitsToSingle(int.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
