using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>Reads every byte of the last commit and checks checksums, orders, counts, sums and ranges.</summary>
public static class IndexVerifier
{
    /// <summary>Verifies the last commit.</summary>
    /// <param name="storage">The index.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="progress">Told the share of bytes that is done, from 0 to 1, once a segment.</param>
    /// <param name="cancellation">Stops it, once a term and once a document.</param>
    /// <exception cref="IndexCorruptException">Something is wrong: names file and section.</exception>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    public static VerificationReport Verify(
        IndexStorage storage,
        IndexSchema schema,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        using IndexSnapshot? snapshot = IndexSnapshot.TryOpen(storage, schema);
        if (snapshot is null)
        {
            return new VerificationReport(0, 0, 0, 0, 0, 0);
        }

        long terms = 0;
        long postings = 0;
        long bytes = 0;
        long allBytes = snapshot.Segments.Sum(segment => ((SegmentReader)segment).File.Length);
        foreach (SegmentView view in snapshot.Segments)
        {
            var segment = (SegmentReader)view; // a snapshot holds no others
            var verifier = new SegmentVerifier(segment, cancellation);
            verifier.Verify();
            terms += verifier.TermCount;
            postings += verifier.PostingCount;
            bytes += segment.File.Length;
            progress?.Report((double)bytes / allBytes);
        }

        return new VerificationReport(
            snapshot.Commit.Generation, snapshot.Segments.Count, snapshot.DocCount, terms, postings, bytes);
    }
}
