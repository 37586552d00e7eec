namespace Search.Engine.Segments.Terms;

/// <summary>What a term dictionary says of one term.</summary>
/// <param name="DocFrequency">Documents that hold the term, deleted ones included; at least 1.</param>
/// <param name="TotalTermFrequency">Occurrences in all of them; the document frequency where none are kept.</param>
/// <param name="PostingsOffset">Where its postings lie; meaning and unit are the segment's own.</param>
/// <param name="PositionsOffset">Where its positions lie; meaning and unit are the segment's own.</param>
internal readonly record struct TermEntry(
    int DocFrequency, long TotalTermFrequency, long PostingsOffset, long PositionsOffset);
