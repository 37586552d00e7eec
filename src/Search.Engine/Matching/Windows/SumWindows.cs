using System.Buffers;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>The sums of several sources, in their order: a disjunction.</summary>
internal sealed class SumWindows(WindowSource[] sources) : WindowSource
{
    private readonly int[] _next = new int[sources.Length];

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        int least = DocCursor.End;
        for (int i = 0; i < sources.Length; i++)
        {
            if (_next[i] < from || from == 0)
            {
                _next[i] = sources[i].Seek(from);
            }

            least = Math.Min(least, _next[i]);
        }

        return least;
    }

    /// <inheritdoc/>
    public override void Add(int start, Span<float> scores)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            if (_next[i] >= start + Size)
            {
                continue;
            }

            if (sources[i] is SumWindows inner)
            {
                AddSum(inner, start, scores);
            }
            else
            {
                sources[i].Add(start, scores);
            }
        }
    }

    /// <inheritdoc/>
    public override void Return() => Array.ForEach(sources, source => source.Return());

    /// <summary>The sum of a sum is added as one number, since floats round by the order of additions.</summary>
    private static void AddSum(SumWindows inner, int start, Span<float> scores)
    {
        float[] sum = ArrayPool<float>.Shared.Rent(Size);
        Span<float> part = sum.AsSpan(0, Size);
        part.Clear();
        inner.Add(start, part);
        for (int i = 0; i < part.Length; i++)
        {
            scores[i] += part[i];
        }

        ArrayPool<float>.Shared.Return(sum);
    }
}
