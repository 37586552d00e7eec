using System.Diagnostics;
using System.Reflection;

namespace Search.Bench.Engines;

/// <summary>This program, started once more.</summary>
internal static class OwnProcess
{
    /// <summary>Runs a verb to its end and returns the last line it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(params string[] arguments)
    {
        using Process process = Start([], arguments);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1].TrimEnd()
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }

    /// <summary>Starts a verb; its output is to be read.</summary>
    /// <param name="before">A command that starts another, such as <c>taskset -c 0</c>; empty for none.</param>
    /// <param name="arguments">The verb and what it is given.</param>
    public static Process Start(IReadOnlyList<string> before, params string[] arguments)
    {
        string self = Environment.ProcessPath ?? "dotnet";
        List<string> words = [.. before, self];
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            words.Add(Assembly.GetExecutingAssembly().Location);
        }

        words.AddRange(arguments);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"'{words[0]}' did not start.");
    }
}
