namespace Search.Passages.Measuring;

/// <summary>A file of a test collection that is missing or cannot be read.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="expected">What is wrong and what was expected there.</param>
/// <param name="inner">What it was found by, or null.</param>
public sealed class CollectionException(string file, int line, string expected, Exception? inner = null)
    : Exception(line > 0 ? $"{file}, line {line}: {expected}" : $"{file}: {expected}", inner)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; } = line;
}
