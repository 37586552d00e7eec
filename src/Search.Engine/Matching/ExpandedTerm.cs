namespace Search.Engine.Matching;

/// <summary>A term that a pattern takes in.</summary>
/// <param name="Term">The term, UTF-8.</param>
/// <param name="DocFrequency">Documents of the snapshot that hold it, deleted ones included.</param>
internal readonly record struct ExpandedTerm(ReadOnlyMemory<byte> Term, int DocFrequency);
