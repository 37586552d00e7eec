namespace Search.Engine.Segments.Postings;

/// <summary>
/// A posting list that lies in blocks, for code that works on whole blocks without a call a posting. Every block but
/// the last holds <see cref="BlockSize"/> postings. The two ways of moving share one state: after
/// <see cref="MoveToBlock"/> the cursor stands on the first document of the block, and after
/// <see cref="DocCursor.Next"/> or <see cref="DocCursor.Seek"/> the current block is the one of the current document.
/// Spans are valid until the cursor comes to another block. Segments on disk give cursors of this type; a document in
/// memory does not.
/// </summary>
internal abstract class BlockPostingsCursor : PostingsCursor
{
    /// <summary>Postings of a full block.</summary>
    public const int BlockSize = 128;

    /// <summary>Blocks whose impacts are summed up in one word of <see cref="GroupImpacts"/>.</summary>
    public const int BlocksPerGroup = 32;

    /// <summary>Number of blocks, at least 1.</summary>
    public abstract int BlockCount { get; }

    /// <summary>The last doc id of each block, ascending, <see cref="BlockCount"/> of them; decodes no block.</summary>
    public abstract ReadOnlySpan<int> BlockLastDocs { get; }

    /// <summary>
    /// The best pairs of each block (see <see cref="Impacts"/>), <see cref="BlockCount"/> words; empty where the field
    /// keeps no frequencies.
    /// </summary>
    public abstract ReadOnlySpan<ulong> BlockImpacts { get; }

    /// <summary>The best pairs of each group of <see cref="BlocksPerGroup"/> blocks; empty as above.</summary>
    public abstract ReadOnlySpan<ulong> GroupImpacts { get; }

    /// <summary>The current block, -1 before the first move, <see cref="BlockCount"/> behind the last.</summary>
    public abstract int Block { get; }

    /// <summary>The number of the current posting in the list, from 0.</summary>
    public abstract int Place { get; }

    /// <summary>The doc ids of the current block, ascending; 1 to <see cref="BlockSize"/> of them.</summary>
    public abstract ReadOnlySpan<int> BlockDocs { get; }

    /// <summary>
    /// The frequencies beside <see cref="BlockDocs"/>; decoded when first asked for. All 1 where none are kept.
    /// </summary>
    public abstract ReadOnlySpan<int> BlockFrequencies { get; }

    /// <summary>No frequency of the current block is above it, compared unsigned; 1 where all are 1.</summary>
    public abstract uint BlockFrequencyBound { get; }

    /// <summary>
    /// The norms beside <see cref="BlockDocs"/>; fetched when first asked for. Empty where the field has none.
    /// </summary>
    public abstract ReadOnlySpan<byte> BlockNorms { get; }

    /// <summary>
    /// The norms of all documents of the segment, with at least three bytes behind them that may be read but mean
    /// nothing; empty where the field has none.
    /// </summary>
    public abstract ReadOnlySpan<byte> Norms { get; }

    /// <summary>The frequency of one posting, by its block and its place there; the cursor stays where it is.</summary>
    public abstract int FrequencyAt(int block, int index);

    /// <summary>Decodes the doc ids of a run of blocks; the cursor stays where it is.</summary>
    /// <param name="block">The first block.</param>
    /// <param name="count">How many blocks, at least 1.</param>
    /// <param name="docs">Receives them; room for <see cref="BlockSize"/> a block.</param>
    /// <returns>How many they are.</returns>
    public abstract int ReadDocs(int block, int count, Span<int> docs);

    /// <summary>
    /// Gives the frequencies of a run of blocks as bytes: each less one, 255 for that and all above; the cursor stays
    /// where it is.
    /// </summary>
    /// <param name="block">The first block.</param>
    /// <param name="count">How many blocks, at least 1.</param>
    /// <param name="lessOne">Receives them; room for <see cref="BlockSize"/> a block.</param>
    public abstract void ReadFrequencies(int block, int count, Span<byte> lessOne);

    /// <summary>As <see cref="FrequencyAt"/>, by reading that frequency alone: for few postings of a block.</summary>
    public abstract int ReadFrequency(int block, int index);

    /// <summary>
    /// Adds the positions of postings to a batch; the cursor stays where it is. Only where the field has positions.
    /// </summary>
    /// <param name="places">Numbers of the postings in the list, ascending, at most <see cref="BlockSize"/>.</param>
    /// <param name="documents">The number of each in the batch, ascending.</param>
    /// <param name="batch">Receives them.</param>
    public abstract void GatherPositions(
        ReadOnlySpan<int> places, ReadOnlySpan<int> documents, PositionKeys batch);

    /// <summary>
    /// Moves to a block, forward or back, and onto its first document; one behind the last ends the cursor.
    /// </summary>
    /// <returns>False behind the last block.</returns>
    public abstract bool MoveToBlock(int block);

    /// <summary>
    /// Moves to the first block, from the current one, whose last document is not before a target, and onto its first
    /// document; stays where the current block is that block.
    /// </summary>
    /// <returns>False where no block is.</returns>
    public abstract bool SeekBlock(int target);

    /// <summary>Moves to the next block and onto its first document; false behind the last.</summary>
    public bool NextBlock() => MoveToBlock(Block + 1);
}
