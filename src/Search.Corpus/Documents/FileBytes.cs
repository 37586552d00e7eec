namespace Search.Corpus.Documents;

/// <summary>Reads a whole file of bounded size, and notices when it changes meanwhile.</summary>
internal static class FileBytes
{
    /// <summary>Reads.</summary>
    /// <exception cref="ReadException">It is too large, empty, or changed while it was read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path, CorpusOptions options)
    {
        FileInfo before = new(path);
        if (before.LinkTarget is not null && before.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            before = target;
        }

        if (!before.Exists)
        {
            throw new FileNotFoundException("the file is gone", path);
        }

        // Pipes and devices have no length: they are never opened, since that could wait for ever.
        long length = before.Length;
        if (length == 0)
        {
            throw new ReadException(ReasonCodes.Empty, "the file is empty");
        }

        if (length > options.MaxFileBytes)
        {
            throw new ReadException(ReasonCodes.TooLarge, $"{length} bytes; at most {options.MaxFileBytes} are read");
        }

        using FileStream stream = new(before.FullName, FileMode.Open, FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete, 1);
        byte[] bytes = new byte[length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        FileInfo after = new(before.FullName);
        bool isSame = read == bytes.Length && after.Exists && after.Length == length
            && after.LastWriteTimeUtc == before.LastWriteTimeUtc;
        return isSame ? bytes : throw new ReadException(ReasonCodes.Changed, "the file changed while it was read");
    }
}
