using Search.Engine;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>What a verification read; it found nothing wrong.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="Segments">Segments.</param>
/// <param name="Documents">Documents of the corpus.</param>
/// <param name="Units">Units of all kinds.</param>
/// <param name="Terms">Terms of all dictionaries.</param>
/// <param name="Postings">Postings of all terms.</param>
/// <param name="Bytes">Bytes that were read.</param>
public sealed record IndexVerification(
    long Generation, int Segments, int Documents, long Units, long Terms, long Postings, long Bytes)
{
    /// <summary>Verifies the last commit; null where there is none.</summary>
    internal static IndexVerification? Run(string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        using DiskStorage storage = DiskStorage.Open(folder);
        using Generation? generation = Generations.Generation.TryOpen(storage, new StateFiles(folder));
        if (generation is null)
        {
            return null;
        }

        VerificationReport report = IndexVerifier.Verify(storage, PassageSchema.Schema, progress, cancellation);
        IndexStatus status = StatusReader.Read(generation);
        return status.LastError is string error ? throw new IndexCorruptException("corpus", "state", error)
            : status.Units != report.DocCount
            ? throw new IndexCorruptException(
                "corpus", "state", $"it counts {status.Units} passages, the index holds {report.DocCount}")
            : new IndexVerification(
                report.Generation,
                report.SegmentCount,
                status.Documents,
                report.DocCount,
                report.TermCount,
                report.PostingCount,
                report.BytesRead);
    }
}
