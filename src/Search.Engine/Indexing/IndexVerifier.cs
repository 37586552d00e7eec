using Search.Engine.Schemas;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>Reads every byte of the last commit and checks checksums, orders, counts, sums and ranges.</summary>
public static class IndexVerifier
{
    /// <summary>Verifies the last commit.</summary>
    /// <param name="storage">The index.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops it, once a block.</param>
    /// <exception cref="IndexCorruptException">Something is wrong: names file and section.</exception>
    /// <exception cref="IndexSchemaMismatchException">The index was written with another schema.</exception>
    public static VerificationReport Verify(
        IndexStorage storage,
        IndexSchema schema,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) => throw new NotImplementedException();
}
