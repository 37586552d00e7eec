namespace Search.Corpus.Tests;

/// <summary>A folder of its own for one test, removed at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    /// <summary>Makes it.</summary>
    public TestFolder() => Path = Directory.CreateTempSubdirectory("search-corpus-").FullName;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Writes a file, making its folders; gives its full path.</summary>
    public string Write(string relativePath, string content) =>
        Write(relativePath, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Writes bytes.</summary>
    public string Write(string relativePath, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
