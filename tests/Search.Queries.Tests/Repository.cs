namespace Search.Queries.Tests;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    /// <summary>The full path of a file that is named from the root.</summary>
    internal static string PathOf(string path)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Search.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("Search.sln");
        }

        return Path.Combine(root, path);
    }
}
