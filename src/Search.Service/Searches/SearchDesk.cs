using Search.Passages;
using Search.Passages.Search;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Searches;

/// <summary>Lets searches in: no more at once than the settings say, none longer than they say.</summary>
internal sealed class SearchDesk(PassageIndex index, SearchSettings settings, TimeProvider clock) : IDisposable
{
    private const int GraceInMilliseconds = 1_000;
    private readonly SemaphoreSlim _turns = new(settings.Limits.ConcurrentSearches);

    /// <summary>Waits for a turn, then searches.</summary>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    /// <exception cref="ProblemException">It took longer than is allowed.</exception>
    public async Task<PassageResponse> SearchAsync(PassageRequest request, CancellationToken aborted)
    {
        // The search itself stops at its limit and says so; this is for one that waits.
        var most = TimeSpan.FromMilliseconds((2 * settings.Limits.SearchMilliseconds) + GraceInMilliseconds);
        using CancellationTokenSource limit = new(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            await _turns.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return index.Search(request, either.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw new ProblemException(new Problem(
                503, "search_too_slow", $"The search took longer than {settings.Limits.SearchMilliseconds} ms.")
            {
                Param = "q",
                Hint = "Ask for less: fewer wildcards, or a filter.",
                RetryAfterSeconds = 1,
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
