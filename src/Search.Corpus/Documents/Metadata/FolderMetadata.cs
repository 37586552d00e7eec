using System.Security.Cryptography;
using System.Text;

namespace Search.Corpus.Documents.Metadata;

/// <summary>What a folder's manifests and sidecars say of its files. A manifest nearer to the file wins.</summary>
internal sealed class FolderMetadata
{
    private static readonly string[] SidecarEndings = [".yaml", ".yml"];
    private readonly Dictionary<string, MetadataValues> _manifest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sidecars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sidecarStamps = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sidecarPaths = new(StringComparer.Ordinal);

    private FolderMetadata()
    {
    }

    /// <summary>Nothing known.</summary>
    public static FolderMetadata Empty { get; } = new();

    /// <summary>Reads the manifests and finds the sidecars.</summary>
    /// <param name="root">The corpus folder.</param>
    /// <param name="manifests">Relative paths of manifests, sorted.</param>
    /// <param name="files">All files found, sorted.</param>
    /// <param name="warnings">Gets what is wrong.</param>
    public static FolderMetadata Load(
        string root,
        IReadOnlyList<string> manifests,
        IReadOnlyList<CorpusFile> files,
        List<string> warnings)
    {
        FolderMetadata result = new();
        HashSet<string> known = new(files.Select(file => file.RelativePath), StringComparer.Ordinal);
        foreach (string manifest in manifests.OrderBy(path => path.Count(c => c == '/')))
        {
            result.LoadManifest(root, manifest, known, warnings);
        }

        result.FindSidecars(files);
        return result;
    }

    /// <summary>What the manifest says; null for nothing.</summary>
    public MetadataValues? FromManifest(string relativePath) => _manifest.GetValueOrDefault(relativePath);

    /// <summary>Relative path of the file's sidecar; null where there is none.</summary>
    public string? SidecarOf(string relativePath) => _sidecars.GetValueOrDefault(relativePath);

    /// <summary>True where the file is another's sidecar.</summary>
    public bool IsSidecar(string relativePath) => _sidecarPaths.Contains(relativePath);

    /// <summary>A digest of what is said of a file; empty where nothing is.</summary>
    public string StampOf(string relativePath)
    {
        MetadataValues? row = FromManifest(relativePath);
        string sidecar = _sidecarStamps.GetValueOrDefault(relativePath) ?? "";
        return row is null && sidecar.Length == 0
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row}|{sidecar}")))[..16];
    }

    private void LoadManifest(string root, string manifest, HashSet<string> known, List<string> warnings)
    {
        string folder = manifest[..^Manifest.FileName.Length];
        try
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(root, manifest));
            string text = DecodedText.From(bytes).Text;
            foreach ((string path, MetadataValues values) in Manifest.Read(text, manifest, warnings))
            {
                if (known.Contains(folder + path))
                {
                    _manifest[folder + path] = values;
                }
                else
                {
                    warnings.Add($"{manifest}: there is no file '{CorpusFolder.Printable(path)}'");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ReadException)
        {
            warnings.Add($"{manifest}: cannot be read: {e.Message}");
        }
    }

    private void FindSidecars(IReadOnlyList<CorpusFile> files)
    {
        Dictionary<string, CorpusFile> sidecars = new(StringComparer.Ordinal);
        foreach (CorpusFile file in files)
        {
            if (SidecarEndings.Any(ending => file.RelativePath.EndsWith(ending, StringComparison.Ordinal)))
            {
                sidecars[file.RelativePath] = file;
            }
        }

        foreach (CorpusFile file in files)
        {
            string stem = Path.ChangeExtension(file.RelativePath, null);
            foreach (string candidate in SidecarEndings.SelectMany(e => new[] { file.RelativePath + e, stem + e }))
            {
                if (candidate != file.RelativePath && sidecars.TryGetValue(candidate, out CorpusFile? sidecar))
                {
                    _sidecars[file.RelativePath] = candidate;
                    _sidecarStamps[file.RelativePath] = $"{sidecar.Length} {sidecar.LastWriteTimeUtc.UtcTicks}";
                    _sidecarPaths.Add(candidate);
                    break;
                }
            }
        }
    }
}
