namespace Search.Corpus.Themes;

/// <summary>A theme scheme, or a file beside it, that cannot be used; it is refused as a whole.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="expected">What is wrong and what was expected there.</param>
/// <param name="inner">What it was found by, or null.</param>
public sealed class ThemeSchemeException(string file, int line, string expected, Exception? inner = null)
    : Exception(line > 0 ? $"{file}, line {line}: {expected}" : $"{file}: {expected}", inner)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong and what was expected there.</summary>
    public string Expected { get; } = expected;
}
