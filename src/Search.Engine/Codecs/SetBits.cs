using System.Numerics;

namespace Search.Engine.Codecs;

/// <summary>Turns bits into a list of their places.</summary>
internal static class SetBits
{
    /// <summary>Places behind those of the bits that <see cref="List"/> may write, and that mean nothing.</summary>
    public const int Slack = Step;

    private const int Step = 8;

    /// <summary>
    /// Lists the bits that are set. Eight places are written at a time, whether there are as many or not, so that
    /// hardly a branch hangs on the bits (Lemire's flattening of bits in simdjson).
    /// </summary>
    /// <param name="words">Bits.</param>
    /// <param name="first">Place of the first bit.</param>
    /// <param name="places">Receives the places, ascending; has room for all and for <see cref="Slack"/>.</param>
    /// <returns>How many are set.</returns>
    public static int List(ReadOnlySpan<ulong> words, int first, Span<int> places)
    {
        int count = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ulong rest = words[i];
            int place = first + (i * 64);
            int end = count + BitOperations.PopCount(rest);
            for (; count < end; count += Step)
            {
                Span<int> some = places.Slice(count, Step);
                for (int j = 0; j < some.Length; j++)
                {
                    some[j] = place + BitOperations.TrailingZeroCount(rest); // 64 behind the last
                    rest &= unchecked(rest - 1);
                }
            }

            count = end;
        }

        return count;
    }
}
