using System.Diagnostics;
using NUnit.Framework;

namespace Search.Engine.Tests.Lucene;

/// <summary>Starts real Lucene; tests that need it are skipped where Java or its jars are missing.</summary>
internal static class LuceneProcess
{
    private const string JarFolder = "/usr/share/java";

    private static readonly string[] Jars = ["lucene-core", "lucene-analyzers-common", "lucene-queryparser"];

    /// <summary>Gives each query's answer by Lucene: the hits with the bits of their scores, or "refused …".</summary>
    public static string[] Ask(IEnumerable<string> passages, IEnumerable<string> queries)
    {
        string[] jars = [.. Jars.Select(Jar)];
        string folder = Directory.CreateTempSubdirectory("lucene-").FullName;
        try
        {
            string[] files = [.. new[] { "passages", "queries", "answers" }.Select(name => Path.Combine(folder, name))];
            File.WriteAllLines(files[0], passages);
            File.WriteAllLines(files[1], queries);
            Run(["-cp", string.Join(Path.PathSeparator, jars), Program("LuceneOracle.java"), .. files]);
            return File.ReadAllLines(files[2]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Jar(string name)
    {
        string? jar = Directory.Exists(JarFolder)
            ? Directory.EnumerateFiles(JarFolder, name + "-8.*.jar").FirstOrDefault()
            : null;
        if (jar is null)
        {
            Assert.Ignore($"{name} 8 is not in {JarFolder} (Debian: liblucene8-java).");
        }

        return jar!;
    }

    /// <summary>Folder of the sources.</summary>
    public static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Search.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        Assert.That(folder, Is.Not.Null, "The sources of the tests are not at hand.");
        return folder!;
    }

    /// <summary>A file beside this one.</summary>
    public static string Program(string name) => Path.Combine(Root(), "tests", "Search.Engine.Tests", "Lucene", name);

    private static void Run(string[] arguments)
    {
        var start = new ProcessStartInfo("java", arguments) { RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("No java is installed (Debian: openjdk-17-jdk-headless).");
        }
    }
}
