using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;
using Search.Cli.Terminals;

namespace Search.Cli.Tests;

/// <summary>The verbs, run as a user runs them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [OneTimeSetUp]
    public void Index()
    {
        _cli.Write("corpus/a.md", """
            ---
            title: A Statement
            date: 2019-07
            issuer: European Union
            type: statement
            ---

            # Aid

            States need technical assistance against ransomware.

            - One item about 😀 ransomware.
            """);
        _cli.Write("corpus/b.txt", "Another text, about oceans.\n");
        _cli.Write("corpus/broken.docx", "no archive");
        _cli.Write("labels.jsonl", """
            {"id":"1","text":"Ransomware gangs shut hospitals and schools.","title":"","themes":["threats"]}
            {"id":"2","text":"The meeting opened at ten.","title":"","themes":[]}
            """);
        CliProcess.Result result = _cli.Run("index");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("broken.docx: ").And.Contain("1 files could not be read"));
    }

    public void Dispose() => _cli.Dispose();

    [TestCase(0, "search", "ransomware")]
    [TestCase(0, "search", "technical", "assistance")]
    [TestCase(0, "search", "oceans", "--doc", "b", "--kind", "paragraph", "--json", "--not", "theme=rights")]
    [TestCase(0, "search", "--", "-ransomware")]
    [TestCase(0, "search")]
    [TestCase(1, "search", "nosuchword")]
    [TestCase(1, "search", "nosuchword", "--json")]
    [TestCase(1, "search", "ransomware", "--theme", "nosuchtheme")]
    [TestCase(2, "search", "x", "--limit", "101")]
    [TestCase(2, "search", "x", "--limit", "many")]
    [TestCase(2, "search", "(x", "--strict")]
    [TestCase(2, "search", "x", "--sort", "size")]
    [TestCase(2, "search", "x", "--index", "nowhere")]
    [TestCase(2, "search", "x", "--cursor", "nonsense")]
    [TestCase(2, "nosuchverb")]
    [TestCase(2)]
    [TestCase(0, "--help")]
    [TestCase(0, "search", "--help")]
    [TestCase(0, "index")]
    [TestCase(2, "index", "--corpus", "nowhere")]
    [TestCase(0, "verify")]
    [TestCase(2, "verify", "--index", "nowhere")]
    [TestCase(0, "stats")]
    [TestCase(0, "stats", "--json")]
    [TestCase(0, "themes")]
    [TestCase(0, "themes", "--json")]
    [TestCase(0, "corpus", "paragraphs", "corpus/a.md")]
    [TestCase(2, "corpus", "paragraphs", "corpus/broken.docx")]
    [TestCase(2, "corpus", "paragraphs", "corpus/nothing.txt")]
    [TestCase(2, "corpus", "eval-splits", "nowhere")]
    [TestCase(0, "themes", "eval", "labels.jsonl")]
    [TestCase(2, "themes", "eval", "nowhere.jsonl")]
    [TestCase(0, "themes", "sample", "2")]
    [TestCase(2, "themes", "try", "corpus/a.md")]
    [TestCase(0, "themes", "export")]
    [TestCase(0, "themes", "speed")]
    [TestCase(0, "themes", "export", "--format", "jsonl", "--theme", "threats", "--query", "ransomware")]
    [TestCase(2, "themes", "export", "--format", "xml")]
    [TestCase(2, "themes", "export", "--theme", "nosuchtheme")]
    public async Task A_command_line_ends_with_the_code_that_says_how_it_went(int exitCode, params string[] args)
    {
        // In this process, as the program does it: starting fifty processes would take a minute.
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = _cli.Root;
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        try
        {
            var terminal = new Terminal(output, error, IsColoured: false, ShowsProgress: false);
            int code = await CommandLine.RunAsync(args, terminal);
            Check(exitCode, new CliProcess.Result(code, output.ToString(), error.ToString()));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [TestCase(0, "search", "ransomware")]
    [TestCase(1, "search", "nosuchword", "--json")]
    [TestCase(2, "search", "x", "--limit", "101")]
    [TestCase(2, "nosuchverb")]
    public void The_process_ends_with_that_code(int exitCode, params string[] args) => Check(exitCode, _cli.Run(args));

    private static void Check(int exitCode, CliProcess.Result result)
    {

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Output + result.Error);
        Assert.That(result.Error, exitCode == 2 ? Is.Not.Empty : Is.Empty);
        Assert.That(result.Output + result.Error, Does.Not.Contain("\u001b").And.Not.Contain("   at "));
    }

    [Test]
    public void The_json_of_a_search_has_the_shape_of_the_api()
    {
        JsonElement answer = Json("search", "technical assistance", "--json", "--facet", "issuer,year", "--limit", "1");
        JsonElement hit = answer.GetProperty("hits")[0];
        Assert.Multiple(() =>
        {
            Assert.That(Names(answer), Is.EqualTo("generation query total hits facets next"));
            Assert.That(Names(answer.GetProperty("query")),
                Is.EqualTo("input read_as repaired expansions tree limits did_you_mean"));
            const string Members =
                "id document title date issuer number page heading kind text spans themes score links";
            Assert.That(Names(hit).Split(' '), Is.SupersetOf(Members.Split(' ')));
            Assert.That(Names(hit.GetProperty("spans")[0]), Is.EqualTo("field start end"));
            Assert.That(Names(answer.GetProperty("facets")), Is.EqualTo("issuer year"));
            Assert.That(Names(answer.GetProperty("facets").GetProperty("issuer")[0]), Is.EqualTo("value count"));
            Assert.That(hit.GetProperty("date").GetString(), Is.EqualTo("2019-07"));
        });
    }

    [Test]
    public void Pages_go_on_by_the_cursor()
    {
        JsonElement first = Json("search", "ransomware", "--json", "--limit", "1");
        string next = first.GetProperty("next").GetString()!;
        JsonElement second = Json("search", "ransomware", "--json", "--limit", "1", "--cursor", next);

        Assert.That(first.GetProperty("total").GetInt64(), Is.EqualTo(2));
        Assert.That(
            second.GetProperty("hits")[0].GetProperty("id").GetString(),
            Is.Not.EqualTo(first.GetProperty("hits")[0].GetProperty("id").GetString()));
        Assert.That(second.GetProperty("next").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void The_quality_of_the_themes_is_printed_as_json()
    {
        JsonElement report = Json("themes", "eval", "labels.jsonl", "--json");

        Assert.That(report.GetProperty("macro_f1").GetDouble(), Is.InRange(0, 1));
        Assert.That(
            report.GetProperty("themes").GetProperty("threats").GetProperty("recall").GetDouble(), Is.InRange(0, 1));
    }

    [Test]
    public void Units_are_printed_one_a_line()
    {
        CliProcess.Result result = _cli.Run("corpus", "paragraphs", "corpus/a.md", "--jsonl");
        JsonElement[] units =
            [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

        Assert.That(units, Has.Length.EqualTo(3));
        Assert.That(units[2].GetProperty("kind").GetString(), Is.EqualTo("item"));
        Assert.That(units[2].GetProperty("text").GetString(), Is.EqualTo("One item about 😀 ransomware."));
        Assert.That(units[2].GetProperty("heading").GetString(), Is.EqualTo("Aid"));
        Assert.That(units[2].GetProperty("page").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void The_report_has_a_line_for_each_file()
    {
        Assert.That(_cli.Run("index", "--report", "report.csv").ExitCode, Is.Zero);
        string[] lines = File.ReadAllLines(Path.Combine(_cli.Root, "report.csv"));

        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[0], Does.StartWith("path,status,code,reason,id,format"));
        Assert.That(lines[1], Does.StartWith("a.md,indexed,,,a,").And.Contain("European Union,front-matter"));
        Assert.That(lines[3], Does.StartWith("broken.docx,failed,"));
    }

    [Test]
    public void The_later_setting_wins_file_then_environment_then_flag()
    {
        using var cli = new CliProcess();
        cli.Write(
            "appsettings.json",
            """{"Search":{"Corpus":{"Folder":"from-file"},"Index":{"Folder":"index-file"}}}""");
        foreach (string name in new[] { "from-file", "from-environment", "from-flag" })
        {
            cli.Write($"{name}/x.txt", $"The word {name.Replace("from-", "", StringComparison.Ordinal)} stands here.");
        }

        Assert.That(cli.Run("index").ExitCode, Is.Zero);
        Assert.That(cli.Run("search", "file").ExitCode, Is.Zero);
        cli.Set("Search__Corpus__Folder", "from-environment");
        Assert.That(cli.Run("index").ExitCode, Is.Zero);
        Assert.That(cli.Run("search", "environment").ExitCode, Is.Zero);
        Assert.That(cli.Run("index", "--corpus", "from-flag").ExitCode, Is.Zero);
        Assert.That(cli.Run("search", "flag").ExitCode, Is.Zero);
        Assert.That(Directory.Exists(Path.Combine(cli.Root, "index-file")), Is.True);
    }

    [Test]
    public void A_pipe_whose_reader_has_gone_is_no_error()
    {
        if (!File.Exists("/bin/sh"))
        {
            Assert.Ignore("there is no /bin/sh");
        }

        string command = $"(dotnet '{CliProcess.Program}' search ransomware; echo $? >status) | true";
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = _cli.Root,
            RedirectStandardError = true,
        };
        using Process shell = Process.Start(start)!;
        string error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();

        Assert.That(File.ReadAllText(Path.Combine(_cli.Root, "status")).Trim(), Is.EqualTo("0"), error);
        Assert.That(error, Is.Empty);
    }

    [Test]
    public void A_damaged_index_is_an_error_that_names_the_file()
    {
        using var cli = new CliProcess();
        cli.Write("corpus/x.txt", "Some words to index.");
        Assert.That(cli.Run("index").ExitCode, Is.Zero);
        string largest = new DirectoryInfo(cli.Index).GetFiles().MaxBy(file => file.Length)!.FullName;
        byte[] bytes = File.ReadAllBytes(largest);
        bytes[bytes.Length / 3] ^= 0xFF;
        File.WriteAllBytes(largest, bytes);
        CliProcess.Result result = cli.Run("verify");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(Path.GetFileName(largest)));
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string Names(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private JsonElement Json(params string[] args)
    {
        CliProcess.Result result = _cli.Run(args);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return Parse(result.Output);
    }
}
