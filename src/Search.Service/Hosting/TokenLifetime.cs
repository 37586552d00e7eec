using Microsoft.Extensions.Hosting;

namespace Search.Service.Hosting;

/// <summary>
/// Leaves signals to the program around the server, which stops it by its token. With two handlers of one signal, each
/// would wait for the other.
/// </summary>
internal sealed class TokenLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
