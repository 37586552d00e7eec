using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Search.Passages.Synonyms;

/// <summary>
/// Reads <c>synonyms.txt</c>: a group a line, its terms parted by commas; <c>a, b => c</c> lets <c>a</c> and <c>b</c>
/// find <c>c</c> but not the reverse; <c>#</c> begins a comment.
/// </summary>
internal static class SynonymFile
{
    private const string FileName = "synonyms.txt";
    private const long MaxLength = 1_000_000;
    private const int MaxTerms = 50;
    private const int MaxWords = 12;

    /// <summary>What would say more than a word does, were it a query.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("*?\"~^()[]{}|:<>!");

    /// <summary>
    /// The file of the corpus, or else the one beside the program; null where there is neither.
    /// </summary>
    public static string? PathOf(PassageIndexOptions options)
    {
        string[] places = [Path.Combine(options.Corpus, FileName), Path.Combine(AppContext.BaseDirectory, FileName)];
        return Array.Find(places, File.Exists);
    }

    /// <summary>Reads the table that belongs to a corpus; an empty one where there is no file.</summary>
    /// <exception cref="SynonymFileException">The file says something that it must not.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SynonymTable Load(PassageIndexOptions options)
    {
        if (PathOf(options) is not string path)
        {
            return SynonymTable.Empty;
        }

        if (new FileInfo(path).Length > MaxLength)
        {
            throw new SynonymFileException(path, 0, $"at most {MaxLength} bytes were expected.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        string[] lines = Lines(path, bytes);
        List<SynonymGroup> groups = [];
        for (int i = 0; i < lines.Length; i++)
        {
            int comment = lines[i].IndexOf('#', StringComparison.Ordinal);
            string line = (comment < 0 ? lines[i] : lines[i][..comment]).Trim();
            if (line.Length > 0)
            {
                groups.Add(Group(path, i + 1, line));
            }
        }

        return new SynonymTable(groups, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    private static string[] Lines(string path, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF')
                .Split('\n');
        }
        catch (DecoderFallbackException error)
        {
            int line = bytes.AsSpan(0, Math.Clamp(error.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw new SynonymFileException(path, line, "UTF-8 was expected.");
        }
    }

    private static SynonymGroup Group(string path, int line, string text)
    {
        string[] sides = text.Split("=>");
        if (sides.Length > 2)
        {
            throw new SynonymFileException(path, line, "one '=>' at most was expected.");
        }

        SynonymTerm[] from = Terms(path, line, sides[0]);
        if (sides.Length == 2)
        {
            return new SynonymGroup(from, Terms(path, line, sides[1]));
        }

        return from.Length > 1
            ? new SynonymGroup(from, from)
            : throw new SynonymFileException(
                path, line, $"two terms or more, parted by commas, were expected, not '{text}' alone.");
    }

    private static SynonymTerm[] Terms(string path, int line, string text)
    {
        // "IEG = expert group" says what it looks like.
        string[] parts = text.Split([',', '='], StringSplitOptions.TrimEntries);
        if (parts.Length > MaxTerms)
        {
            throw new SynonymFileException(path, line, $"at most {MaxTerms} terms were expected, not {parts.Length}.");
        }

        HashSet<string> keys = new(StringComparer.Ordinal);
        SynonymTerm[] terms = new SynonymTerm[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            SynonymTerm term = Term(path, line, parts[i]);
            terms[i] = keys.Add(string.Join(' ', term.Words))
                ? term
                : throw new SynonymFileException(path, line, $"'{term.Text}' is there twice.");
        }

        return terms;
    }

    private static SynonymTerm Term(string path, int line, string text)
    {
        int sign = text.AsSpan().IndexOfAny(Signs);
        if (sign >= 0)
        {
            throw new SynonymFileException(
                path, line, $"words alone were expected, not '{text[sign]}' in '{text}'.");
        }

        SynonymTerm term = SynonymTerm.Read(text)
            ?? throw new SynonymFileException(path, line, "a word was expected between the commas.");
        return term.Words.Count <= MaxWords
            ? term
            : throw new SynonymFileException(path, line, $"at most {MaxWords} words were expected in '{text}'.");
    }
}
