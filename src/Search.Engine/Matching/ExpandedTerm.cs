using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching;

/// <summary>A term that a pattern takes in.</summary>
/// <param name="Term">The term, UTF-8.</param>
/// <param name="DocFrequency">Documents of the snapshot that hold it, deleted ones included.</param>
/// <param name="Entry">
/// What the dictionary says of the term, where <see cref="ScoreModel.HasEntriesOf"/> says that it is of use.
/// </param>
internal readonly record struct ExpandedTerm(ReadOnlyMemory<byte> Term, int DocFrequency, TermEntry Entry);
