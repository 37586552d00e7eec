using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Codecs;

/// <summary>The instruction sets that kernels are written for, in the order of their width.</summary>
internal enum Kernel
{
    /// <summary>Plain loops: the reference that every other kernel equals.</summary>
    Scalar,

    /// <summary>128-bit vectors of any machine.</summary>
    Vector128,

    /// <summary>AVX2.</summary>
    Vector256,

    /// <summary>AVX-512 with VBMI (byte permutes over the whole register).</summary>
    Vector512,
}

/// <summary>
/// Chooses the kernel once a process: the widest that the machine has, or the one that the environment variable
/// <c>SEARCH_KERNEL</c> names (<c>scalar</c>, <c>vector128</c>, <c>vector256</c>, <c>vector512</c>), if the machine
/// has it.
/// </summary>
internal static class Kernels
{
    /// <summary>The kernel in use.</summary>
    public static readonly Kernel Chosen = Choose(Environment.GetEnvironmentVariable("SEARCH_KERNEL"));

    /// <summary>Whether this machine can run a kernel.</summary>
    public static bool IsSupported(Kernel kernel) => kernel switch
    {
        Kernel.Vector512 => Avx512Vbmi.IsSupported && Avx512F.IsSupported,
        Kernel.Vector256 => Avx2.IsSupported,
        Kernel.Vector128 => Vector128.IsHardwareAccelerated,
        _ => true,
    };

    private static Kernel Choose(string? name)
    {
        if (Enum.TryParse(name, ignoreCase: true, out Kernel named) && IsSupported(named))
        {
            return named;
        }

        Kernel best = Kernel.Scalar;
        foreach (Kernel kernel in Enum.GetValues<Kernel>())
        {
            best = IsSupported(kernel) ? kernel : best;
        }

        return best;
    }
}
