using Search.Cli;
using Search.Cli.Terminals;

return await CommandLine.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
