namespace Search.Corpus.Themes;

/// <summary>A theme scheme, or a file beside it, that cannot be used; it is refused as a whole.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="expected">What is wrong and what was expected there.</param>
/// <param name="inner">What it was found by, or null.</param>
/// <param name="column">The column, from 1; 0 where the line as a whole is meant.</param>
public sealed class ThemeSchemeException(
    string file, int line, string expected, Exception? inner = null, int column = 0)
    : Exception(Place(file, line, column) + ": " + expected, inner)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1; 0 where the line as a whole is meant.</summary>
    public int Column { get; } = column;

    /// <summary>What is wrong and what was expected there.</summary>
    public string Expected { get; } = expected;

    private static string Place(string file, int line, int column) => line <= 0 ? file
        : column <= 0 ? $"{file}, line {line}" : $"{file}, line {line}, column {column}";
}
