namespace Search.Engine.Indexing.Buffers;

/// <summary>Sees the pairs of neighbouring words of documents, in the order of the text.</summary>
internal interface INeighbourVisitor
{
    /// <summary>Sees one occurrence of a pair.</summary>
    /// <param name="pair">Number of the pair.</param>
    /// <param name="doc">Number of the document, from 1.</param>
    void Visit(int pair, int doc);
}
