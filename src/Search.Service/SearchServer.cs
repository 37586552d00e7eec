using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Service.Settings;

namespace Search.Service;

/// <summary>The service: page and API over one corpus and its index.</summary>
public static class SearchServer
{
    /// <summary>Puts a server together without starting it.</summary>
    /// <exception cref="SettingsException">A setting has a value that is not allowed.</exception>
    public static WebApplication Build(SearchServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        SettingsSource.AddTo(builder.Configuration, options.Flags);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        SearchSettings settings = SearchSettings.Read(builder.Configuration);
        WebApplication app = builder.Build();
        foreach (string url in settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            app.Urls.Add(url.Trim());
        }

        return app;
    }

    /// <summary>Serves until it is told to stop; requests under way are finished first.</summary>
    /// <returns>The exit code: 0 after an orderly stop, 2 where a setting or an address cannot be used.</returns>
    public static async Task<int> RunAsync(SearchServerOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            await using WebApplication app = Build(options);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            if (options.Output is not null)
            {
                string urls = string.Join(" ", app.Urls);
                await options.Output.WriteLineAsync($"Page and API on {urls}").ConfigureAwait(false);
            }

            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (Exception error) when (error is SettingsException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return 2;
        }
    }
}
