using NUnit.Framework;

namespace Search.Passages.Tests;

/// <summary>Real documents that are not part of the repository.</summary>
internal static class SharedData
{
    /// <summary>A path below the data folder; the test is skipped where it is absent.</summary>
    public static string Path(string path)
    {
        string folder = Environment.GetEnvironmentVariable("SEARCH_TEST_DATA")
            ?? System.IO.Path.Combine(Root(), "..", "shared", "data");
        string full = System.IO.Path.Combine(folder, path);
        if (!System.IO.Path.Exists(full))
        {
            Assert.Ignore($"SEARCH_TEST_DATA holds no '{path}': looked in '{folder}'.");
        }

        return full;
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Search.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Search.sln is not above the tests.");
    }
}
