using System.Diagnostics;

namespace Search.Cli.Tests;

/// <summary>Runs the built command line as a process, in a folder of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    public CliProcess()
    {
        _ = Directory.CreateDirectory(Corpus);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("cli-").FullName;

    public string Corpus => Path.Combine(Root, "corpus");

    public string Index => Path.Combine(Root, "index");

    public static string Program => Path.Combine(AppContext.BaseDirectory, "search.dll");

    public void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Set(string name, string value) => _environment[name] = value;

    /// <summary>Runs to the end; the working folder holds <c>corpus/</c> and <c>index/</c>.</summary>
    public Result Run(params string[] args)
    {
        using Process process = Start(args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', args)}' did not end.");
        }

        return new Result(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("no process");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal sealed record Result(int ExitCode, string Output, string Error);
}
