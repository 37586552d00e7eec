namespace Search.Text.Tests;

/// <summary>Where the repository lies that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of Search.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Search.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Search.sln is in no folder above the tests.");
    }
}
