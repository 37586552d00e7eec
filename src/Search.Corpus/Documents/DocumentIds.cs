using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Corpus.Paragraphs;
using Search.Text.Normalizing;

namespace Search.Corpus.Documents;

/// <summary>Addresses of documents and paragraphs that outlive re-indexing.</summary>
public static class DocumentIds
{
    /// <summary>
    /// Ids of documents, in the order of <paramref name="relativePaths"/>: the path without extension, ASCII letters in
    /// lower case, digits kept, every other character one <c>-</c>. A collision gets <c>-2</c>, <c>-3</c>, ... in the
    /// order of the paths, so the list must be sorted to be stable.
    /// </summary>
    public static IReadOnlyList<string> ForDocuments(IReadOnlyList<string> relativePaths)
    {
        ArgumentNullException.ThrowIfNull(relativePaths);
        // Bare ids first: a path whose own id is "a-2" keeps it, whatever collides on "a".
        HashSet<string> bare = new(relativePaths.Select(Bare), StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        string[] ids = new string[relativePaths.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            string id = Bare(relativePaths[i]);
            string candidate = id;
            for (int n = 2; !taken.Add(candidate); n++)
            {
                do
                {
                    candidate = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
                }
                while (bare.Contains(candidate) && n++ < int.MaxValue);
            }

            ids[i] = candidate;
        }

        return ids;
    }

    /// <summary>
    /// Ids of a document's paragraphs: <c>{document}~{first 12 hex digits of SHA-256 of the text}</c>, the text in NFC
    /// with its blanks collapsed; repeats get <c>-2</c>, <c>-3</c>, ...
    /// </summary>
    public static IReadOnlyList<string> ForParagraphs(string documentId, IReadOnlyList<Paragraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(paragraphs);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        string[] ids = new string[paragraphs.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            string id = documentId + "~" + Digest(paragraphs[i].Text);
            int n = seen.GetValueOrDefault(id) + 1;
            seen[id] = n;
            ids[i] = n == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        }

        return ids;
    }

    private static string Bare(string path)
    {
        int slash = path.LastIndexOf('/');
        int dot = path.LastIndexOf('.');
        ReadOnlySpan<char> stem = dot > slash + 1 ? path.AsSpan(0, dot) : path;
        StringBuilder id = new(stem.Length);
        foreach (Rune rune in stem.EnumerateRunes())
        {
            bool kept = rune.IsAscii && Rune.IsLetterOrDigit(rune);
            id.Append(kept ? char.ToLowerInvariant((char)rune.Value) : '-');
        }

        return id.ToString();
    }

    private static string Digest(string text)
    {
        string canonical = CollapseBlanks(Normalization.ToNfc(text));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(canonical), hash);
        return Convert.ToHexStringLower(hash[..6]);
    }

    private static string CollapseBlanks(string text)
    {
        StringBuilder result = new(text.Length);
        bool isBlankPending = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isBlankPending = result.Length > 0;
                continue;
            }

            if (isBlankPending)
            {
                result.Append(' ');
                isBlankPending = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }
}
