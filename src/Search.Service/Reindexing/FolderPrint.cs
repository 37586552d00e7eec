using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Service.Reindexing;

/// <summary>A digest of a folder's listing: paths, lengths and times of change, not the contents.</summary>
internal static class FolderPrint
{
    /// <summary>
    /// Takes the print. Two prints are equal where nothing was added, removed, renamed or written between them.
    /// </summary>
    /// <param name="folder">The folder; one that cannot be read has an empty print.</param>
    /// <param name="except">A folder within it that does not count.</param>
    public static string Take(string folder, string except)
    {
        string[] lines = [.. Lines(new DirectoryInfo(folder), Path.GetFullPath(except) + Path.DirectorySeparatorChar)];
        Array.Sort(lines, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static List<string> Lines(DirectoryInfo folder, string except)
    {
        List<string> lines = [];
        try
        {
            EnumerationOptions everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
            foreach (FileInfo file in folder.EnumerateFiles("*", everything))
            {
                if (!file.FullName.StartsWith(except, StringComparison.Ordinal) && file.Exists)
                {
                    lines.Add(string.Create(
                        CultureInfo.InvariantCulture,
                            $"{file.FullName}\t{file.Length}\t{file.LastWriteTimeUtc.Ticks}"));
                }
            }
        }
        catch (IOException)
        {
            // The folder is missing, or a file went while it was listed: the next look sees what is left.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }

        return lines;
    }
}
