using System.Text;

namespace Search.Cli.Terminals;

/// <summary>Where a verb writes.</summary>
/// <param name="Output">For answers.</param>
/// <param name="Error">For errors and progress.</param>
/// <param name="IsColoured">Whether answers may carry ANSI sequences.</param>
/// <param name="ShowsProgress">Whether a progress line may be drawn over and over.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsColoured, bool ShowsProgress)
{
    /// <summary>The streams of this process: coloured on a terminal alone, and never under <c>NO_COLOR</c>.</summary>
    public static Terminal OfProcess()
    {
        bool isPlain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            Console.Out, Console.Error, !isPlain && !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }
}
