namespace Search.Corpus.Documents.Formats;

/// <summary>Counts the nodes of a file's trees, and looks at the clock now and then.</summary>
internal sealed class NodeBudget(int most, CancellationToken cancellation)
{
    private const int NodesBetweenLooks = 1024;
    private int _taken;

    /// <summary>Takes one node.</summary>
    /// <exception cref="ReadException">There are more than allowed.</exception>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public void Take()
    {
        if (++_taken > most)
        {
            throw new ReadException(ReasonCodes.TooLarge, $"more than {most} elements, attributes and texts");
        }

        if (_taken % NodesBetweenLooks == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
