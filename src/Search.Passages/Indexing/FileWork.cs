using Search.Corpus.Documents;
using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>What a re-index has to do for one file.</summary>
/// <param name="File">The file as the folder lists it.</param>
/// <param name="Id">Id of its document.</param>
/// <param name="Known">What the last generation knows of it; null where it is new.</param>
/// <param name="Step">What is to be done.</param>
internal sealed record FileWork(CorpusFile File, string Id, KnownFile? Known, FileStep Step);

/// <summary>What is done for one file.</summary>
internal enum FileStep
{
    /// <summary>Nothing: file and scheme are as they were.</summary>
    Keep,

    /// <summary>The file is as it was, and its passages are tagged again from their stored text.</summary>
    Tag,

    /// <summary>The file is read; where its bytes are as they were, what is known of it is kept.</summary>
    Read,

    /// <summary>The file is read and indexed, whatever is known of it.</summary>
    Rebuild,
}
