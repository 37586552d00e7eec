namespace Search.Engine.Segments;

/// <summary>Sums over one inverted field, deleted documents included.</summary>
/// <param name="DocCount">Documents with at least one token in the field.</param>
/// <param name="SumTotalTermFrequency">Tokens of the field in all documents.</param>
/// <param name="SumDocFrequency">Postings of the field.</param>
internal readonly record struct FieldStatistics(int DocCount, long SumTotalTermFrequency, long SumDocFrequency);
