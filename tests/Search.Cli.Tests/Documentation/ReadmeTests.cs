using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Search.Cli.Tests.Documentation;

/// <summary>What the README tells a newcomer to type, typed, over the corpus that ships with the project.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Prefix = "dotnet run -c Release --project src/Search.Cli -- ";

    private static readonly string Root = FindRoot();

    private readonly CliProcess _cli = new();
    private Process? _server;
    private Uri? _address;

    private static IEnumerable<string> Commands =>
        ShellBlock().Matches(File.ReadAllText(Path.Combine(Root, "README.md")))
            .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Verbs =>
        Commands.Where(command => command.StartsWith(Prefix, StringComparison.Ordinal))
            .Where(command => command != Prefix + "serve");

    private static IEnumerable<string> Requests =>
        Commands.Where(command => command.StartsWith("curl ", StringComparison.Ordinal));

    [OneTimeSetUp]
    public async Task Serve()
    {
        string corpus = Path.Combine(Root, "corpus");
        foreach (string file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_cli.Corpus, Path.GetRelativePath(corpus, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        CliProcess.Result indexed = _cli.Run("index");
        Assert.That(indexed.ExitCode, Is.Zero, indexed.Error);
        _server = _cli.Start("serve", "--urls", "http://127.0.0.1:0");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_address is null && await _server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            Match match = Address().Match(line);
            _address = match.Success ? new Uri(match.Value) : null;
        }

        Assert.That(_address, Is.Not.Null, "the server did not say where it listens");
    }

    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit();
        }

        _server?.Dispose();
        _cli.Dispose();
    }

    [Test]
    public void Every_command_is_one_that_a_test_runs() =>
        Assert.That(
            Commands.Except(Verbs).Except(Requests), Is.EquivalentTo([Prefix + "serve", "dotnet test"]));

    [TestCaseSource(nameof(Verbs))]
    public void A_command_line_of_the_readme_does_what_it_says(string command)
    {
        CliProcess.Result result = _cli.Run([.. Words(command[Prefix.Length..])]);

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(result.Output, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Requests))]
    public async Task A_request_of_the_readme_finds_something(string command)
    {
        Uri asked = new(Words(command).Last());
        using var client = new HttpClient();
        string answer = await client.GetStringAsync(new Uri(_address!, asked.PathAndQuery));
        using var json = JsonDocument.Parse(answer);

        Assert.That(json.RootElement.GetProperty("total").GetInt64(), Is.Positive, answer);
    }

    [Test]
    public async Task The_page_that_serve_promises_is_there()
    {
        using var client = new HttpClient();

        Assert.That(await client.GetStringAsync(_address), Does.Contain("<form").And.Contain("name=\"q\""));
    }

    private static IEnumerable<string> Words(string command) =>
        ShellWord().Matches(command).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Search.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Search.sln is not above the tests.");
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Address();

    [GeneratedRegex(@"('[^']*'|[^\s'])+")]
    private static partial Regex ShellWord();
}
