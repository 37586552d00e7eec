namespace Search.Corpus.Documents.Metadata;

/// <summary>Reads <c>NAME.yaml</c> beside a file: the fields of the manifest as YAML.</summary>
internal static class SidecarFile
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Reads; what is wrong becomes a warning.</summary>
    public static MetadataValues? Read(string path, List<string> warnings)
    {
        string name = Path.GetFileName(path);
        try
        {
            FileInfo file = new(path);
            if (!file.Exists || file.Length is 0 or > MostBytes)
            {
                warnings.Add($"{name}: empty or larger than {MostBytes} bytes");
                return null;
            }

            IReadOnlyDictionary<string, string> fields =
                YamlFields.Read(DecodedText.From(File.ReadAllBytes(path)).Text, out string? error);
            if (error is not null)
            {
                warnings.Add($"{name}: {error}");
            }

            return YamlFields.ToMetadata(fields);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ReadException)
        {
            warnings.Add($"{name}: cannot be read: {e.Message}");
            return null;
        }
    }
}
