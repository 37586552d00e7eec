using System.Numerics;

namespace Search.Engine.Codecs;

/// <summary>Counts the bits that are set.</summary>
internal static class BitCount
{
    /// <summary>The bits set in some words. Four sums at a time, so that none waits for the one before.</summary>
    public static long Of(ReadOnlySpan<ulong> words)
    {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (; words.Length >= 4; words = words[4..])
        {
            a += BitOperations.PopCount(words[0]);
            b += BitOperations.PopCount(words[1]);
            c += BitOperations.PopCount(words[2]);
            d += BitOperations.PopCount(words[3]);
        }

        foreach (ulong word in words)
        {
            a += BitOperations.PopCount(word);
        }

        return a + b + c + d;
    }
}
