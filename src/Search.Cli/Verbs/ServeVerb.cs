using System.CommandLine;
using Search.Cli.Terminals;
using Search.Service;

namespace Search.Cli.Verbs;

/// <summary><c>serve</c>: page and API, re-indexing by itself.</summary>
internal static class ServeVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on, parted by semicolons.",
            HelpName = "URL",
        };
        var verb = new Command("serve", "Serve the page and the API, and keep the index in step with the folder.")
        {
            urls, shared.Corpus, shared.Index,
        };
        verb.SetAction((parsed, cancellation) =>
        {
            Dictionary<string, string?> flags = shared.Flags(parsed);
            SharedOptions.Put(flags, "Search:Server:Urls", SharedOptions.Given(parsed, urls));
            return SearchServer.RunAsync(
                new SearchServerOptions { Flags = flags, Output = TextWriter.Synchronized(terminal.Output) },
                cancellation);
        });
        return verb;
    }
}
