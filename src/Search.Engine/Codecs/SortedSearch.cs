using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs;

/// <summary>Finds places in ascending integers.</summary>
internal static class SortedSearch
{
    /// <summary>How many values lie below <paramref name="target"/>: the place of the first that does not.</summary>
    /// <param name="values">Ascending.</param>
    /// <param name="target">Any value.</param>
    public static int CountBelow(ReadOnlySpan<int> values, int target) =>
        CountBelow(Kernels.Chosen, values, target);

    /// <summary>The same with a kernel that the machine has; vectors compare all values without a branch.</summary>
    public static int CountBelow(Kernel kernel, ReadOnlySpan<int> values, int target) => kernel switch
    {
        Kernel.Vector512 => CountBelow512(values, target),
        Kernel.Vector256 or Kernel.Vector128 => CountBelow256(values, target),
        _ => CountBelowScalar(values, 0, target),
    };

    /// <summary>
    /// The first place at or behind <paramref name="from"/> whose value is not below the target, by doubling steps.
    /// </summary>
    /// <param name="values">Ascending.</param>
    /// <param name="from">Place to begin at.</param>
    /// <param name="target">Any value.</param>
    public static int Gallop(ReadOnlySpan<int> values, int from, int target)
    {
        int low = from;
        int step = 1;
        while (low + step < values.Length && values[low + step] < target)
        {
            low += step;
            step *= 2;
        }

        int high = Math.Min(low + step, values.Length);
        return low + CountBelowScalar(values[low..high], 0, target);
    }

    private static int CountBelowScalar(ReadOnlySpan<int> values, int from, int target)
    {
        int low = from;
        int high = values.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (values[middle] < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int CountBelow512(ReadOnlySpan<int> values, int target)
    {
        ref int at = ref MemoryMarshal.GetReference(values);
        Vector512<int> targets = Vector512.Create(target);
        int count = 0;
        int i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            Vector512<int> below = Vector512.LessThan(Vector512.LoadUnsafe(ref at, (nuint)i), targets);
            count += BitOperations.PopCount(below.ExtractMostSignificantBits());
        }

        return count < i ? count : CountBelowScalar(values, i, target);
    }

    private static int CountBelow256(ReadOnlySpan<int> values, int target)
    {
        ref int at = ref MemoryMarshal.GetReference(values);
        Vector256<int> targets = Vector256.Create(target);
        int count = 0;
        int i = 0;
        for (; i + 8 <= values.Length; i += 8)
        {
            Vector256<int> below = Vector256.LessThan(Vector256.LoadUnsafe(ref at, (nuint)i), targets);
            count += BitOperations.PopCount(below.ExtractMostSignificantBits());
        }

        return count < i ? count : CountBelowScalar(values, i, target);
    }
}
