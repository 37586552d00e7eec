using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using Search.Queries.Parsing;
using Search.Queries.Printing;

namespace Search.Queries.Tests.Lucene;

/// <summary>
/// Strings of Lucene's classic syntax, with AND as the default operator, beside what Lucene 8's parser makes of them.
/// </summary>
/// <remarks>
/// A line of classic.tsv: the string, our canonical print, the string of Lucene's query or ERROR, and where we mean to
/// differ, the same string for our tree and the reason. Lucene's column is checked by Lucene itself where it is there.
/// </remarks>
public class ClassicParserTests
{
    private static readonly QueryOptions Options = new() { Fields = new HashSet<string> { "title", "date", "year" } };

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["mended"] = "Lucene refuses it, or looks for the lone sign; we mend it and say so, or refuse it when strict",
        ["precedence"] = "operators without brackets follow NOT, AND, OR, where Lucene's flags have no precedence",
        ["exclusion"] = "what is excluded beside OR or in a group is everything else, where Lucene matches nothing",
        ["needless-plus"] = "a sign that says nothing is not in the tree",
        ["sign-before-clause"] = "a sign within a word is text",
        ["tilde"] = "a tilde belongs to a clause only where it ends it, without a blank before",
        ["quotes"] = "inside quotes a hyphen is a blank, and a word may say its form",
        ["field-value"] = "what follows a field's colon is its value, and a field's name has no case",
        ["colon"] = "a colon after what is no field is text",
        ["star"] = "a star alone is everything, or any value; stars in a row are one",
        ["slash"] = "a slash within a word, or one that nothing closes, is text",
        ["range"] = "open bounds have one form, bounds may be escaped, and short forms are ranges",
        ["escaped-blank"] = "an escaped blank is part of the word, where Lucene's analyzer splits it",
        ["extension"] = "signs for a word's form and its root are our own",
        ["comma"] = "a comma at the end of a word is no part of it",
    };

    private static readonly string[][] Lines =
    [
        .. File.ReadLines(Repository.PathOf("tests/Search.Queries.Tests/Lucene/classic.tsv"))
            .Select(l => l.Split('\t')),
    ];

    private static IEnumerable<TestCaseData> Cases() => Lines.Select(line => new TestCaseData([line]));

    [TestCaseSource(nameof(Cases))]
    public void A_string_of_the_classic_syntax_is_read_as_Lucene_reads_it_or_differs_for_a_reason(string[] line)
    {
        bool isStrict = QueryParser.TryParseStrict(line[0], Options, out ParsedQuery parsed, out _);
        Assert.That(QueryPrinter.Print(parsed.Query, Options), Is.EqualTo(line[1]));
        Assert.That(QueryParser.Parse(line[1], Options).Query, Is.EqualTo(parsed.Query));
        if (line.Length == 3)
        {
            Assert.That(LuceneText.Of(parsed.Query), Is.EqualTo(line[2]));
            return;
        }

        Assert.That(LuceneText.Of(parsed.Query), Is.EqualTo(line[3]).And.Not.EqualTo(line[2]));
        Assert.That(Reasons.Keys, Does.Contain(line[4]));
        Assert.That(isStrict, Is.EqualTo(line[4] != "mended"));
    }

    [Test]
    public void There_are_many_strings_and_every_reason_is_used()
    {
        Assert.That(Lines, Has.Length.GreaterThan(300));
        Assert.That(Lines.Select(l => l[0]), Is.Unique);
        Assert.That(Lines.Where(l => l.Length > 3).Select(l => l[4]).Distinct(), Is.EquivalentTo(Reasons.Keys));
    }

    [Test]
    public async Task Lucene_itself_reads_the_strings_as_is_written_here()
    {
        string[] jars = ["core", "queryparser", "analyzers-common"];
        string?[] paths = [.. jars.Select(j => Jar($"lucene-{j}-*.jar"))];
        if (Array.Exists(paths, p => p is null))
        {
            Assert.Ignore("Lucene's jars are not in /usr/share/java (Debian: liblucene8-java).");
        }

        string program = Repository.PathOf("tests/Search.Queries.Tests/Lucene/ClassicParser.java");
        string[] answers = await AskJava(string.Join(':', paths), program, Lines.Select(l => l[0]));
        Assert.That(answers, Is.EqualTo(Lines.Select(l => l[2])));
    }

    private static string? Jar(string pattern) => Directory.Exists("/usr/share/java")
        ? Directory.EnumerateFiles("/usr/share/java", pattern).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static async Task<string[]> AskJava(string classPath, string program, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo("java", ["-cp", classPath, program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using Process? java = Started(start);
        if (java is null)
        {
            Assert.Ignore("There is no java (Debian: openjdk-17-jdk-headless).");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Task<string> output = java!.StandardOutput.ReadToEndAsync(limit.Token);
        foreach (string line in lines)
        {
            await java.StandardInput.WriteAsync(line + "\n");
        }

        java.StandardInput.Close();
        string answers = await output;
        await java.WaitForExitAsync(limit.Token);
        Assert.That(java.ExitCode, Is.Zero);
        return answers.Split('\n')[..^1];
    }

    private static Process? Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
