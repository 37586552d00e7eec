namespace Search.Engine;

/// <summary>Bytes of an index are not what was written: names the file, the section and what is wrong.</summary>
public sealed class IndexCorruptException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">Name of the file within the index folder.</param>
    /// <param name="section">Part of the file, such as <c>postings</c>.</param>
    /// <param name="reason">What was found and what was expected.</param>
    public IndexCorruptException(string file, string section, string reason)
        : base($"Index file '{file}' is corrupt in section '{section}': {reason}")
    {
        File = file;
        Section = section;
    }

    /// <summary>Name of the file within the index folder.</summary>
    public string File { get; }

    /// <summary>Part of the file.</summary>
    public string Section { get; }
}
