using NUnit.Framework;

namespace Search.Corpus.Tests;

/// <summary>Finds the real documents, and skips a test where they are absent.</summary>
internal static class TestData
{
    /// <summary>Full path of a file or folder of the test data.</summary>
    public static string Find(string relativePath)
    {
        string root = Environment.GetEnvironmentVariable("SEARCH_TEST_DATA")
            ?? Path.Combine(ProjectRoot(), "..", "shared", "data");
        string path = Path.GetFullPath(Path.Combine(root, relativePath));
        if (!Path.Exists(path))
        {
            Assert.Ignore($"SEARCH_TEST_DATA holds no '{relativePath}'");
        }

        return path;
    }

    /// <summary>The folder of Search.sln.</summary>
    public static string ProjectRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Search.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Search.sln is not above the tests");
    }
}
