using System.Net;
using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace Search.Service.Tests.Hosts;

/// <summary>The real service over a folder of its own, on a port of its own.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string?> _flags;
    private WebApplication _app;

    private ServiceHost(DirectoryInfo folder, Dictionary<string, string?> flags, WebApplication app)
    {
        _folder = folder;
        _flags = flags;
        _app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; }

    /// <summary>Talks to it.</summary>
    public HttpClient Client { get; private set; }

    /// <summary>Folder of its documents.</summary>
    public string Corpus => Path.Combine(_folder.FullName, "corpus");

    /// <summary>Starts a service; its corpus is as the test fills it.</summary>
    /// <param name="fill">Writes the documents; null leaves the folder missing, so that there is never an
    /// index.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<ServiceHost> StartAsync(
        Action<string>? fill, params (string Key, string Value)[] settings)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("service-");
        string corpus = Path.Combine(folder.FullName, "corpus");
        if (fill is not null)
        {
            Directory.CreateDirectory(corpus);
            fill(corpus);
        }

        Dictionary<string, string?> flags = new()
        {
            ["Search:Corpus:Folder"] = corpus,
            ["Search:Index:Folder"] = Path.Combine(folder.FullName, "index"),
            ["Search:Server:Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach ((string key, string value) in settings)
        {
            flags[key] = value;
        }

        WebApplication app = SearchServer.Build(new SearchServerOptions { Flags = flags });
        await app.StartAsync();
        ServiceHost host = new(folder, flags, app);
        if (fill is not null)
        {
            await host.UntilAsync(async () => (await host.Client.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK,
                "ready");
        }

        return host;
    }

    /// <summary>Stops the service and starts another over the same folders.</summary>
    public async Task RestartAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = SearchServer.Build(new SearchServerOptions { Flags = _flags });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Waits until something holds, for half a minute at most.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            try
            {
                await Task.Delay(50, limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited too long: {what}. {await Client.GetStringAsync("/api/v1/status")}");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
