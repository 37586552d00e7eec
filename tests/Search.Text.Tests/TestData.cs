namespace Search.Text.Tests;

/// <summary>Data that are not part of the repository: SEARCH_TEST_DATA, or <c>../shared/data</c> beside it.</summary>
internal static class TestData
{
    private static readonly string Root = Environment.GetEnvironmentVariable("SEARCH_TEST_DATA")
        ?? Path.Combine(Repository.Root, "..", "shared", "data");

    /// <summary>Path of a folder, or the running test is skipped with the reason.</summary>
    public static string Require(string relativePath)
    {
        string path = Path.GetFullPath(Path.Combine(Root, relativePath));
        if (!Directory.Exists(path))
        {
            Assert.Ignore($"{path} is absent: point SEARCH_TEST_DATA to the test data.");
        }

        return path;
    }
}
