using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Passages;
using Search.Passages.Json;
using Search.Service.Answers;
using Search.Service.Assets;
using Search.Service.Descriptions;
using Search.Service.Documents;
using Search.Service.Health;
using Search.Service.Hosting;
using Search.Service.Pages;
using Search.Service.Paragraphs;
using Search.Service.Problems;
using Search.Service.Reindexing;
using Search.Service.Searches;
using Search.Service.Settings;
using Search.Service.Statuses;
using Search.Service.Themes;

namespace Search.Service;

/// <summary>The service: page and API over one corpus and its index.</summary>
public static class SearchServer
{
    /// <summary>Puts a server together without starting it.</summary>
    /// <exception cref="SettingsException">A setting has a value that is not allowed.</exception>
    /// <exception cref="IOException">The index cannot be opened.</exception>
    public static WebApplication Build(SearchServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        SettingsSource.AddTo(builder.Configuration, options.Flags);
        SearchSettings settings = SearchSettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Longer than is answered, so that a caller who is a little over the limit is told so by problem details.
            kestrel.Limits.MaxRequestLineSize = 2 * settings.Limits.UrlBytes;
            kestrel.Limits.MaxRequestBufferSize = Math.Max(1024 * 1024, 2 * settings.Limits.UrlBytes);
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        AddServices(builder.Services, settings, options.Clock);
        builder.Services.AddSingleton<IHostLifetime, TokenLifetime>();

        WebApplication app = builder.Build();
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(SearchServer).FullName ?? "");
        foreach (string key in settings.UnknownKeys)
        {
            ServerLog.UnknownSetting(log, key);
        }

        foreach (string url in settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            app.Urls.Add(url.Trim());
        }

        // Opened now, so that an index that cannot be opened stops the start rather than the first request.
        _ = app.Services.GetRequiredService<PassageIndex>();
        AddPipeline(app, settings, options.Clock, log);
        return app;
    }

    /// <summary>Serves until it is told to stop; requests under way are finished first.</summary>
    /// <returns>The exit code: 0 after an orderly stop, 2 where a setting, an address or the index cannot be
    /// used.</returns>
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

            await Task.Run(app.Services.GetRequiredService<PassageIndex>().WarmUp, cancellationToken)
                .ConfigureAwait(false);
            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception error) when (error is SettingsException or IOException or UriFormatException
            or FormatException)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return 2;
        }
    }

    private static void AddServices(IServiceCollection services, SearchSettings settings, TimeProvider clock)
    {
        services.AddSingleton(_ => PassageIndex.Open(settings.ToIndexOptions(), clock));
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton<SearchDesk>();
        services.AddSingleton<CatalogueShelf>();
        services.AddSingleton<SchemeRules>();
        services.AddSingleton<ReindexRequests>();
        services.AddSingleton<ReindexClock>();
        // The watch first: it takes its first look before the first run begins.
        services.AddHostedService<FolderWatch>();
        services.AddHostedService<ReindexLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ReindexClock>());
        services.ConfigureHttpJsonOptions(json =>
        {
            // For the description alone; answers are written by the shape they share with the command line.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.PropertyNamingPolicy = PassageJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceJsonContext.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, PassageJson.Resolver);
        });
        services.AddApiDescription();
    }

    private static void AddPipeline(WebApplication app, SearchSettings settings, TimeProvider clock, ILogger log)
    {
        app.UseRequestClock(clock);
        app.UseSecurityHeaders();
        app.UseProblems(log);
        app.UseRefusals(settings.Limits);
        app.UseRoutingWithHead();
        app.UseEndpoints(_ => { });

        app.MapSearch(settings.Limits);
        app.MapParse();
        app.MapSuggest();
        app.MapParagraphs();
        app.MapDocuments(settings.Limits);
        app.MapThemes();
        app.MapStatus();
        app.MapHealth();
        app.MapApiDescription();
        app.MapPages();
        app.MapAssets();
        app.MapThemeColours();
    }
}
