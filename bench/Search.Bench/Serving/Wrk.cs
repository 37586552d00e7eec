using System.Diagnostics;
using System.Globalization;

namespace Search.Bench.Serving;

/// <summary>The HTTP load generator <c>wrk</c>, on one thread and one core.</summary>
internal static class Wrk
{
    /// <summary>
    /// Requests under way at once: one in the server, and the next on its way, so that the server does not wait for the
    /// wire and a request hardly waits for another.
    /// </summary>
    private const int Connections = 2;

    /// <summary>Whether it can be started here.</summary>
    public static bool IsPresent => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Command that binds another to a core; none where there is but one core.</summary>
    public static IReadOnlyList<string> OnCore(int core) => Environment.ProcessorCount < 2
        ? []
        : ["taskset", "-c", core.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Asks for the paths of a file, one behind the other and from the start again.</summary>
    /// <param name="name">What the result is called.</param>
    /// <param name="address">Where the server is.</param>
    /// <param name="pathsFile">The file.</param>
    /// <param name="seconds">How long.</param>
    public static ServedClass Run(string name, string address, string pathsFile, int seconds)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "requests.lua");
        string duration = string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s");
        string connections = string.Create(CultureInfo.InvariantCulture, $"-c{Connections}");
        string[] words = [.. OnCore(1), "wrk", "-t1", connections, duration, "-s", script, address, "--", pathsFile];
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Read(name, output);
    }

    /// <summary>Reads the line that the script writes at the end.</summary>
    /// <exception cref="InvalidDataException">There is no such line.</exception>
    public static ServedClass Read(string name, string output)
    {
        string line = output.Split('\n').FirstOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"wrk said nothing of use: {output}");
        double[] numbers =
            [.. line.Split(' ').Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return new ServedClass(name, numbers[0] / numbers[1] * 1e6, numbers[2], numbers[3], (long)numbers[4]);
    }
}
