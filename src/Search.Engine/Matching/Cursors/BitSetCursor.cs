using System.Numerics;

namespace Search.Engine.Matching.Cursors;

/// <summary>The documents of a bit set, each with the same score.</summary>
/// <param name="array">Bit <c>d % 64</c> of word <c>d / 64</c> stands for document d.</param>
/// <param name="count">How many words count.</param>
/// <param name="cost">Upper bound of the bits set.</param>
/// <param name="score">The score of each document.</param>
internal sealed class BitSetCursor(ulong[] array, int count, long cost, float score) : MatchCursor
{
    private int _docId = -1;

    /// <summary>Bit <c>d % 64</c> of word <c>d / 64</c> stands for document d.</summary>
    public Span<ulong> Words => array.AsSpan(0, count);

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => cost;

    /// <inheritdoc/>
    public override int Next() => Seek(_docId == End ? End : _docId + 1);

    /// <inheritdoc/>
    public override int Seek(int target)
    {
        if (target <= _docId)
        {
            return _docId;
        }

        ReadOnlySpan<ulong> words = Words;
        int word = target >> 6;
        if (word >= words.Length)
        {
            return _docId = End;
        }

        ulong rest = words[word] & (ulong.MaxValue << (target & 63));
        while (rest == 0)
        {
            if (++word == words.Length)
            {
                return _docId = End;
            }

            rest = words[word];
        }

        return _docId = (word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <inheritdoc/>
    public override float Score() => score;
}
