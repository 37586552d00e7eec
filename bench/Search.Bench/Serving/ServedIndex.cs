using Search.Service;

namespace Search.Bench.Serving;

/// <summary>The real service over a built index, in a process of its own.</summary>
internal static class ServedIndex
{
    /// <summary>The verb of the process.</summary>
    public const string Verb = "serve";

    /// <summary>Serves on a free port, says where, and ends when its input does.</summary>
    /// <param name="words">Folders of corpus and index.</param>
    public static string Serve(string[] words)
    {
        using var stop = new CancellationTokenSource();
        var watch = new Thread(() =>
        {
            _ = Console.In.ReadToEnd();
            stop.Cancel();
        })
        { IsBackground = true };
        watch.Start();
        var flags = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Search:Corpus:Folder"] = words[0],
            ["Search:Index:Folder"] = words[1],
            ["Search:Server:Urls"] = "http://127.0.0.1:0",
            ["Search:Reindex:OnStart"] = "false",
            ["Search:Reindex:Watch"] = "false",
            ["Search:Reindex:Cron"] = "",
        };
        var options = new SearchServerOptions { Flags = flags, Output = TextWriter.Synchronized(Console.Out) };
        return $"ended with {SearchServer.RunAsync(options, stop.Token).GetAwaiter().GetResult()}";
    }
}
