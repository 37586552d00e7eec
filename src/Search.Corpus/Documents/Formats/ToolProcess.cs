using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// A program that reads a file for us, as a child process: under a limit of memory, killed with all its children when
/// the time is over or when it is disposed of. Names go in as arguments, so that no shell sees them as code.
/// </summary>
internal sealed class ToolProcess : IDisposable
{
    private const int MostErrorText = 4096;
    private readonly Process _process;
    private readonly CancellationTokenRegistration _whenStopped;
    private readonly StringBuilder _errors = new();

    private ToolProcess(Process process, CancellationToken cancellation)
    {
        _process = process;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                if (line.Data is not null && _errors.Length < MostErrorText)
                {
                    _errors.AppendLine(line.Data);
                }
            }
        };
        process.BeginErrorReadLine();
        _whenStopped = cancellation.Register(Kill);
    }

    /// <summary>What it writes.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>What it said went wrong, so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Path of a program; null where it is not installed.</summary>
    /// <param name="tool">A name that is looked up in PATH, or a path; empty for none.</param>
    public static string? Find(string tool)
    {
        if (tool.Length == 0 || tool.Contains('/', StringComparison.Ordinal))
        {
            return tool.Length > 0 && File.Exists(tool) ? tool : null;
        }

        string folders = Environment.GetEnvironmentVariable("PATH") ?? "";
        string suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, tool + suffix))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Starts a program; null where it is not installed.</summary>
    /// <param name="tool">A name that is looked up in PATH, or a path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="memoryBytes">Memory it may map; 0 for no limit.</param>
    /// <param name="cancellation">Kills it.</param>
    public static ToolProcess? Start(
        string tool, IEnumerable<string> arguments, long memoryBytes, CancellationToken cancellation)
    {
        bool isLimited = memoryBytes > 0 && !OperatingSystem.IsWindows();
        ProcessStartInfo info = new(isLimited ? "/bin/sh" : tool)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        if (isLimited)
        {
            string limit = (memoryBytes / 1024).ToString(CultureInfo.InvariantCulture);
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add($"ulimit -v {limit}; exec \"$0\" \"$@\"");
            info.ArgumentList.Add(tool);
        }

        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        // One core a file: several files are read at the same time.
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(info) is Process process ? new ToolProcess(process, cancellation) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Exit code; 127 where the program is not installed.</returns>
    public int WaitForExit()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _whenStopped.Dispose();
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
        }
    }
}
