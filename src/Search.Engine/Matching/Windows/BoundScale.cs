using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// Turns what the terms of a disjunction may score into small whole numbers: a posting adds one that hangs on its term
/// and frequency alone, so that its document's norm is not looked at, and each norm says how high the sum of a document
/// must be for its score to exceed a threshold (by <see cref="ScoreShape"/>). All is rounded to the safe side. Numbers
/// of a document sum up to <see cref="MaxSum"/> at most, so a byte holds them with a bit to spare. (Quantised impacts:
/// Anh, de Kretser and Moffat, Vector-space ranking with effective early termination, 2001; here as bounds alone.)
/// </summary>
internal sealed class BoundScale
{
    /// <summary>Most terms that numbers are made for; each may be rounded up by one.</summary>
    public const int MaxTerms = 32;

    /// <summary>The greatest sum of a document.</summary>
    public const int MaxSum = sbyte.MaxValue;

    /// <summary>What no sum reaches, and every need is at most: with it added a document is looked at anyway.</summary>
    public const byte Always = MaxSum + 1;

    private readonly ScoreShape _shape;
    private readonly double _unit;

    /// <summary>Finds how much one is worth.</summary>
    /// <param name="shape">That of all terms.</param>
    /// <param name="weights">The sum of the terms' weights, above 0.</param>
    /// <param name="count">Number of terms, 1 to <see cref="MaxTerms"/>.</param>
    public BoundScale(ScoreShape shape, double weights, int count)
    {
        Debug.Assert(count is > 0 and <= MaxTerms, "rounding leaves room");
        _shape = shape;
        _unit = weights * shape.Ratio(ScoreShape.MaxFrequency) / (MaxSum - count);
    }

    /// <summary>The number that a posting adds.</summary>
    /// <param name="weight">Of its term.</param>
    /// <param name="frequency">1 to <see cref="ScoreShape.MaxFrequency"/>.</param>
    public byte Number(float weight, int frequency) =>
        (byte)Math.Clamp(Math.Ceiling(weight * _shape.Ratio(frequency) / _unit), 1, MaxSum);

    /// <summary>What sums must come to.</summary>
    /// <param name="threshold">Documents above it are wanted; anything negative for all that match.</param>
    /// <param name="needs">
    /// Receives for each norm the least sum, 1 to <see cref="Always"/>, at which a document may be above the threshold.
    /// </param>
    public void Needs(float threshold, Span<byte> needs)
    {
        // A sum must exceed threshold / (unit * factor): the next whole number above is the least that does.
        float scaled = (float)(threshold / _unit);
        ref float inverse = ref MemoryMarshal.GetReference(_shape.InverseFactors);
        ref byte to = ref MemoryMarshal.GetReference(needs[..ScoreShape.NormCount]);
        for (nuint norm = 0; norm < ScoreShape.NormCount; norm += (nuint)Vector128<byte>.Count)
        {
            Vector128<ushort> low = Vector128.Narrow(
                Need(ref inverse, norm, scaled), Need(ref inverse, norm + 4, scaled));
            Vector128<ushort> high = Vector128.Narrow(
                Need(ref inverse, norm + 8, scaled), Need(ref inverse, norm + 12, scaled));
            Vector128.Narrow(low, high).StoreUnsafe(ref to, norm);
        }
    }

    private static Vector128<uint> Need(ref float inverse, nuint norm, float scaled)
    {
        Vector128<float> sums = Vector128.LoadUnsafe(ref inverse, norm) * scaled;
        sums = Vector128.Max(Vector128.Min(sums, Vector128.Create((float)MaxSum)), Vector128<float>.Zero);
        return (Vector128.ConvertToInt32(sums) + Vector128<int>.One).AsUInt32();
    }
}
