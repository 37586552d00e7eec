namespace Search.Engine.Indexing;

/// <summary>What a verification read; it found nothing wrong.</summary>
/// <param name="Generation">The commit that was read; 0 where there is none.</param>
/// <param name="SegmentCount">Segments.</param>
/// <param name="DocCount">Documents that are not deleted.</param>
/// <param name="TermCount">Terms of all dictionaries.</param>
/// <param name="PostingCount">Postings of all terms.</param>
/// <param name="BytesRead">Bytes of all files.</param>
public sealed record VerificationReport(
    long Generation, int SegmentCount, long DocCount, long TermCount, long PostingCount, long BytesRead);
