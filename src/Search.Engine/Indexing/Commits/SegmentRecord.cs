namespace Search.Engine.Indexing.Commits;

/// <summary>What a manifest says of one segment.</summary>
/// <param name="FileName">Name of its file.</param>
/// <param name="DocCount">Documents, deleted ones included.</param>
/// <param name="LiveCount">Documents that are not deleted.</param>
/// <param name="FileLength">Length of its file in bytes.</param>
/// <param name="LiveDocsFile">Name of the file of its live documents; empty where none is deleted.</param>
internal sealed record SegmentRecord(
    string FileName, int DocCount, int LiveCount, long FileLength, string LiveDocsFile);
