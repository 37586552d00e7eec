using System.Globalization;
using Search.Corpus.Documents;
using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>
/// Gives documents their ids. A file keeps the id it was once given for as long as it is there, so that a new file
/// that asks for the same one never takes an address away; over a fresh folder the ids are those of <see
/// cref="DocumentIds"/>.
/// </summary>
internal static class DocumentIdBook
{
    /// <summary>The id of each path.</summary>
    /// <param name="paths">All files of the folder, ordinally by path.</param>
    /// <param name="known">Files of the last generation.</param>
    public static IReadOnlyDictionary<string, string> Assign(
        IReadOnlyList<string> paths, IReadOnlyDictionary<string, KnownFile> known)
    {
        var ids = new Dictionary<string, string>(paths.Count, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (known.TryGetValue(path, out KnownFile? file) && taken.Add(file.Id))
            {
                ids.Add(path, file.Id);
            }
        }

        string[] fresh = [.. paths.Where(path => !ids.ContainsKey(path))];
        string[] wanted = [.. fresh.Select(path => DocumentIds.ForDocuments([path])[0])];

        // A path whose own id is "a-2" keeps it, whatever collides on "a".
        var bare = wanted.ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < fresh.Length; i++)
        {
            string id = wanted[i];
            for (int n = 2; !taken.Add(id); n++)
            {
                do
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"{wanted[i]}-{n}");
                }
                while (bare.Contains(id) && n++ > 0);
            }

            ids.Add(fresh[i], id);
        }

        return ids;
    }
}
