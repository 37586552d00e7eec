namespace Search.Corpus.Documents.Formats;

/// <summary>A file's bytes with what a format's reader needs beside them.</summary>
/// <param name="Path">Path of the file on disk.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Options">Limits.</param>
/// <param name="Warnings">Gets what a reader of the listing should know.</param>
/// <param name="Time">Time that is left.</param>
internal sealed record FileContent(
    string Path, byte[] Bytes, CorpusOptions Options, List<string> Warnings, ReadingTime Time)
{
    /// <summary>Tells the reader to stop.</summary>
    public CancellationToken Cancellation => Time.Token;

    /// <summary>Nodes of markup that the file may still have.</summary>
    public NodeBudget Nodes { get; } = new(Options.MaxNodes, Time.Token);
}
