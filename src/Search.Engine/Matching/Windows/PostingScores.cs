using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Search.Engine.Codecs;

namespace Search.Engine.Matching.Windows;

/// <summary>Scores runs of postings by a table.</summary>
internal static class PostingScores
{
    /// <summary>Computes with the chosen kernel.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="frequencies">As many frequencies, each at least 1.</param>
    /// <param name="norms">
    /// Norms by doc id; three bytes behind that of the last document are readable.
    /// </param>
    /// <param name="table">The scores.</param>
    /// <param name="scores">Receives as many scores.</param>
    public static void Compute(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores) => Compute(Kernels.Chosen, docs, frequencies, norms, table, scores);

    /// <summary>Computes with a kernel that the machine has.</summary>
    public static void Compute(
        Kernel kernel,
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores)
    {
        int done = kernel >= Kernel.Vector256 && norms.Length > sizeof(int)
            ? Compute256(docs, frequencies, norms, table, scores)
            : 0;
        for (int i = done; i < docs.Length; i++)
        {
            scores[i] = table.Score(frequencies[i], norms[docs[i]]);
        }
    }

    /// <summary>
    /// Eight postings a step: one gather for the norms, one for the scores. Returns the postings done.
    /// </summary>
    private static unsafe int Compute256(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores)
    {
        int count = docs.Length & -Vector256<int>.Count;
        ref int doc = ref MemoryMarshal.GetReference(docs);
        ref int frequency = ref MemoryMarshal.GetReference(frequencies[..docs.Length]);
        ref float score = ref MemoryMarshal.GetReference(scores[..docs.Length]);
        Vector256<int> rows = Vector256.Create(ScoreTable.Rows);

        // A doc id that is none, of damaged postings, must not lead out of the norms.
        Vector256<uint> lastDoc = Vector256.Create((uint)(norms.Length - sizeof(int)));
        fixed (byte* normsAt = norms)
        fixed (float* tableAt = table.Entries)
        {
            for (int i = 0; i < count; i += Vector256<int>.Count)
            {
                Vector256<uint> places = Vector256.LoadUnsafe(ref doc, (nuint)i).AsUInt32();
                places = Vector256.Min(places, lastDoc);
                Vector256<int> own = Avx2.GatherVector256((int*)normsAt, places.AsInt32(), 1) & Vector256.Create(0xFF);
                Vector256<int> frequent = Vector256.LoadUnsafe(ref frequency, (nuint)i);
                Vector256<int> row = Vector256.Max(Vector256.Min(frequent, rows), Vector256<int>.One)
                    - Vector256<int>.One;
                Vector256<float> found = Avx2.GatherVector256(
                    tableAt, Vector256.ShiftLeft(row, 8) + own, sizeof(float));
                found.StoreUnsafe(ref score, (nuint)i);
                if (Vector256.GreaterThanAny(frequent, rows))
                {
                    Beyond(docs, frequencies, norms, table, scores, i);
                }
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Beyond(
        ReadOnlySpan<int> docs,
        ReadOnlySpan<int> frequencies,
        ReadOnlySpan<byte> norms,
        ScoreTable table,
        Span<float> scores,
        int from)
    {
        for (int i = from; i < from + Vector256<int>.Count; i++)
        {
            if (frequencies[i] > ScoreTable.Rows)
            {
                scores[i] = table.Beyond(frequencies[i], norms[docs[i]]);
            }
        }
    }
}
