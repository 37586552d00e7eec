using System.Runtime.CompilerServices;

namespace Search.Passages.Indexing;

/// <summary>
/// Does the work for many files on several threads and gives the outcomes in the order of the files.
/// </summary>
internal static class IntakeQueue
{
    private const int Ahead = 4;

    /// <summary>
    /// Runs the work of every file. No more than a few files a reader are held at once, so that memory does not grow
    /// with the folder. Ending the enumeration early waits for what is under way.
    /// </summary>
    /// <param name="files">What is to be done, in order.</param>
    /// <param name="run">Does it for one file.</param>
    /// <param name="readers">Files at the same time; 0 for one a core.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<FileOutcome> RunAsync(
        IReadOnlyList<FileWork> files,
        Func<FileWork, CancellationToken, Task<FileOutcome>> run,
        int readers,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        readers = readers > 0 ? readers : Environment.ProcessorCount;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var free = new SemaphoreSlim(readers);
        var underWay = new Queue<Task<FileOutcome>>();
        int next = 0;
        try
        {
            while (next < files.Count || underWay.Count > 0)
            {
                while (next < files.Count && underWay.Count < readers * Ahead)
                {
                    underWay.Enqueue(RunOneAsync(files[next++], run, free, stop.Token));
                }

                yield return await underWay.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            Task rest = Task.WhenAll(underWay);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<FileOutcome> RunOneAsync(
        FileWork work,
        Func<FileWork, CancellationToken, Task<FileOutcome>> run,
        SemaphoreSlim free,
        CancellationToken cancellation)
    {
        if (work.Step == FileStep.Keep)
        {
            return await run(work, cancellation).ConfigureAwait(false);
        }

        await free.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => run(work, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _ = free.Release();
        }
    }
}
