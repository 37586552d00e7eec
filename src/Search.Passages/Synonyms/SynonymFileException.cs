namespace Search.Passages.Synonyms;

/// <summary>A file of synonyms cannot be taken as it is.</summary>
/// <param name="file">Path of the file.</param>
/// <param name="line">Line, from 1; 0 for the file as a whole.</param>
/// <param name="expected">What was expected there.</param>
public sealed class SynonymFileException(string file, int line, string expected)
    : Exception(line == 0 ? $"{file}: {expected}" : FormattableString.Invariant($"{file}, line {line}: {expected}"))
{
    /// <summary>Path of the file.</summary>
    public string File => file;

    /// <summary>Line, from 1; 0 for the file as a whole.</summary>
    public int Line => line;
}
