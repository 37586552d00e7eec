using System.Text;
using Search.Corpus.Documents.Metadata;

namespace Search.Corpus.Documents;

/// <summary>
/// A folder of documents. Hidden entries, what <c>.searchignore</c> names, and the folder's own files (manifests,
/// sidecars, <c>themes.yaml</c> and its model, <c>synonyms.txt</c>, <c>overrides.csv</c>, <c>README.md</c> and
/// <c>training/</c> at its root) are no documents. Links that lead out of the folder are not followed.
/// </summary>
public sealed class CorpusFolder
{
    private const int MaxFolderDepth = 64;
    private static readonly string[] OwnFiles =
    [
        "README.md", "themes.yaml", "themes.model.txt", "synonyms.txt", "overrides.csv", ".searchignore",
        Manifest.FileName,
    ];

    private CorpusFolder(string root, CorpusOptions options)
    {
        Root = root;
        Options = options;
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Limits under which its files are read.</summary>
    public CorpusOptions Options { get; }

    /// <summary>Metadata that the folder itself keeps, as of the last listing.</summary>
    internal FolderMetadata Metadata { get; private set; } = FolderMetadata.Empty;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static CorpusFolder Open(string root, CorpusOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        string full = Path.GetFullPath(root);
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException($"no corpus folder at '{full}'");
        }

        string real = new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        CorpusFolder folder = new(Path.TrimEndingDirectorySeparator(real), options ?? new CorpusOptions());
        _ = folder.List();
        return folder;
    }

    /// <summary>Files to read, ordinally by path.</summary>
    public IReadOnlyList<CorpusFile> Enumerate() => List().Files;

    /// <summary>
    /// Looks at the folder afresh: files, entries that cannot be read, and what is wrong with the manifest.
    /// </summary>
    public CorpusListing List()
    {
        List<ReadFailure> failures = [];
        List<string> warnings = [];
        List<CorpusFile> found = [];
        List<string> manifests = [];
        IgnorePatterns ignored = IgnorePatterns.Parse(ReadLinesOrNone(Path.Combine(Root, ".searchignore")));
        Stack<(string Path, int Depth)> pending = new([(Root, 0)]);
        while (pending.TryPop(out (string Path, int Depth) folder))
        {
            foreach (FileSystemInfo entry in EntriesOf(folder.Path, failures))
            {
                string relative = Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
                bool isFolder = entry is DirectoryInfo;
                if (entry.Name == Manifest.FileName && !isFolder)
                {
                    manifests.Add(relative);
                }

                if (entry.Name[0] == '.' || IsOwn(relative, isFolder) || ignored.IsIgnored(relative, isFolder))
                {
                    continue;
                }

                if (Objection(entry, relative, folder.Depth) is ReadFailure failure)
                {
                    failures.Add(failure);
                }
                else if (isFolder && entry.LinkTarget is null)
                {
                    pending.Push((entry.FullName, folder.Depth + 1));
                }
                else if (entry is FileInfo file)
                {
                    found.Add(new CorpusFile(relative, LengthOf(file), new DateTimeOffset(file.LastWriteTimeUtc)));
                }
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.RelativePath, b.RelativePath));
        failures.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        manifests.Sort(string.CompareOrdinal);
        FolderMetadata metadata = FolderMetadata.Load(Root, manifests, found, warnings);
        Metadata = metadata;
        CorpusFile[] files = [.. found
            .Where(file => !metadata.IsSidecar(file.RelativePath))
            .Select(file => file with { MetadataStamp = metadata.StampOf(file.RelativePath) })];
        return new CorpusListing(files, failures, warnings);
    }

    /// <summary>A path as it may be printed: control characters and what is no text escaped.</summary>
    internal static string Printable(string path)
    {
        StringBuilder result = new(path.Length);
        foreach (char c in path)
        {
            result.Append(char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return result.ToString();
    }

    private static bool IsOwn(string relative, bool isFolder) =>
        isFolder
            ? relative == "training"
            : OwnFiles.Contains(relative) || relative.EndsWith("/" + Manifest.FileName, StringComparison.Ordinal);

    private static string[] ReadLinesOrNone(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length < 1_000_000 ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static long LengthOf(FileInfo file) =>
        file.LinkTarget is null ? file.Length : (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo)?.Length
            ?? 0;

    private FileSystemInfo[] EntriesOf(string folder, List<ReadFailure> failures)
    {
        try
        {
            EnumerationOptions all = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", all)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string path = Printable(Path.GetRelativePath(Root, folder));
            failures.Add(new ReadFailure(path, ReasonCodes.Unreadable, "the folder cannot be listed"));
            return [];
        }
    }

    private ReadFailure? Objection(FileSystemInfo entry, string relative, int depth)
    {
        if (relative.Any(c => char.IsControl(c) || c == '\uFFFD' || char.IsSurrogate(c) && !IsPaired(relative)))
        {
            return new ReadFailure(
                Printable(relative), ReasonCodes.BadName, "the name has control characters or is no UTF-8: rename it");
        }

        if (entry.LinkTarget is not null && !LeadsInside(entry))
        {
            return new ReadFailure(relative, ReasonCodes.OutsideFolder, "a link out of the folder is not followed");
        }

        return entry is DirectoryInfo && depth >= MaxFolderDepth
            ? new ReadFailure(relative, ReasonCodes.TooDeep, $"folders are read to a depth of {MaxFolderDepth}")
            : null;
    }

    private static bool IsPaired(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool LeadsInside(FileSystemInfo link)
    {
        try
        {
            string? target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            string inside = Root + Path.DirectorySeparatorChar;
            if (target is null || !target.StartsWith(inside, StringComparison.Ordinal) || !Path.Exists(target))
            {
                return false;
            }

            // A folder on the way that is itself a link could lead out again.
            for (string? parent = Path.GetDirectoryName(target);
                parent is not null && parent.Length > Root.Length;
                parent = Path.GetDirectoryName(parent))
            {
                if (new DirectoryInfo(parent).LinkTarget is not null)
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
