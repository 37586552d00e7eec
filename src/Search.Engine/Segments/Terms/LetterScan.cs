using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Engine.Codecs;

namespace Search.Engine.Segments.Terms;

/// <summary>
/// Finds the terms whose letters pass a filter, 64 at a time. That a word has at most n bits is told without counting
/// them: its lowest bit is cleared n times, and nothing is left.
/// </summary>
internal static class LetterScan
{
    /// <summary>Terms of a run.</summary>
    public const int RunLength = 64;

    /// <summary>Finds the next run that holds a term that passes, with the chosen kernel.</summary>
    /// <param name="letters">The letters of all terms, in order.</param>
    /// <param name="from">Where to begin: a multiple of <see cref="RunLength"/>.</param>
    /// <param name="filter">What passes.</param>
    /// <param name="passed">A bit for each term of the run: whether it passes.</param>
    /// <returns>The first term of the run; the number of terms, or more, where there is none.</returns>
    public static int Find(ReadOnlySpan<uint> letters, int from, in LetterFilter filter, out ulong passed) =>
        Find(Kernels.Chosen, letters, from, filter, out passed);

    /// <summary>The same with a kernel that the machine has.</summary>
    public static int Find(
        Kernel kernel, ReadOnlySpan<uint> letters, int from, in LetterFilter filter, out ulong passed)
    {
        for (; from < letters.Length; from += RunLength)
        {
            ReadOnlySpan<uint> run = letters[from..];
            passed = run.Length < RunLength ? Test(run, filter) : kernel switch
            {
                Kernel.Vector512 => Test512(ref MemoryMarshal.GetReference(run), filter),
                Kernel.Vector256 or Kernel.Vector128 => Test256(ref MemoryMarshal.GetReference(run), filter),
                _ => Test(run[..RunLength], filter),
            };
            if (passed != 0)
            {
                return from;
            }
        }

        passed = 0;
        return from;
    }

    private static ulong Test(ReadOnlySpan<uint> run, in LetterFilter filter)
    {
        ulong passed = 0;
        for (int i = 0; i < run.Length; i++)
        {
            passed |= filter.Passes(run[i]) ? 1UL << i : 0;
        }

        return passed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Test512(ref uint run, in LetterFilter filter)
    {
        Vector512<uint> needed = Vector512.Create(filter.Needed);
        Vector512<uint> refused = Vector512.Create(~filter.Allowed);
        Vector512<uint> a = Vector512.LoadUnsafe(ref run);
        Vector512<uint> b = Vector512.LoadUnsafe(ref run, 16);
        Vector512<uint> c = Vector512.LoadUnsafe(ref run, 32);
        Vector512<uint> d = Vector512.LoadUnsafe(ref run, 48);
        (Vector512<uint> extraA, Vector512<uint> extraB) = (a & refused, b & refused);
        (Vector512<uint> extraC, Vector512<uint> extraD) = (c & refused, d & refused);
        (a, b, c, d) = (needed & ~a, needed & ~b, needed & ~c, needed & ~d);
        for (int i = 0; i < filter.MaxMissing; i++)
        {
            a &= a - Vector512<uint>.One;
            b &= b - Vector512<uint>.One;
            c &= c - Vector512<uint>.One;
            d &= d - Vector512<uint>.One;
        }

        for (int i = 0; i < filter.MaxExtra; i++)
        {
            extraA &= extraA - Vector512<uint>.One;
            extraB &= extraB - Vector512<uint>.One;
            extraC &= extraC - Vector512<uint>.One;
            extraD &= extraD - Vector512<uint>.One;
        }

        return Vector512.Equals(a | extraA, Vector512<uint>.Zero).ExtractMostSignificantBits()
            | (Vector512.Equals(b | extraB, Vector512<uint>.Zero).ExtractMostSignificantBits() << 16)
            | (Vector512.Equals(c | extraC, Vector512<uint>.Zero).ExtractMostSignificantBits() << 32)
            | (Vector512.Equals(d | extraD, Vector512<uint>.Zero).ExtractMostSignificantBits() << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Test256(ref uint run, in LetterFilter filter)
    {
        Vector256<uint> needed = Vector256.Create(filter.Needed);
        Vector256<uint> refused = Vector256.Create(~filter.Allowed);
        ulong passed = 0;
        for (int at = 0; at < RunLength; at += 2 * Vector256<uint>.Count)
        {
            Vector256<uint> a = Vector256.LoadUnsafe(ref run, (nuint)at);
            Vector256<uint> b = Vector256.LoadUnsafe(ref run, (nuint)(at + Vector256<uint>.Count));
            (Vector256<uint> extraA, Vector256<uint> extraB) = (a & refused, b & refused);
            (a, b) = (needed & ~a, needed & ~b);
            for (int i = 0; i < filter.MaxMissing; i++)
            {
                a &= a - Vector256<uint>.One;
                b &= b - Vector256<uint>.One;
            }

            for (int i = 0; i < filter.MaxExtra; i++)
            {
                extraA &= extraA - Vector256<uint>.One;
                extraB &= extraB - Vector256<uint>.One;
            }

            ulong first = Vector256.Equals(a | extraA, Vector256<uint>.Zero).ExtractMostSignificantBits();
            ulong second = Vector256.Equals(b | extraB, Vector256<uint>.Zero).ExtractMostSignificantBits();
            passed |= (first | (second << Vector256<uint>.Count)) << at;
        }

        return passed;
    }
}
