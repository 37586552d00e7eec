using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Codecs;

/// <summary>Small loops over integers, in vectors of whatever width the machine has.</summary>
internal static class Lanes
{
    /// <summary>Adds one to every value; the greatest becomes the least.</summary>
    public static void AddOne(Span<int> values)
    {
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(values);
        foreach (ref Vector<int> vector in vectors)
        {
            vector = unchecked(vector + Vector<int>.One);
        }

        foreach (ref int value in values[(vectors.Length * Vector<int>.Count)..])
        {
            value = unchecked(value + 1);
        }
    }
}
