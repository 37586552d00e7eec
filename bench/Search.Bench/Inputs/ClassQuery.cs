namespace Search.Bench.Inputs;

/// <summary>A query of a benchmark class.</summary>
/// <param name="Class">Class, such as <c>term_common</c>; it says how the words are joined.</param>
/// <param name="Words">Its words: lower case, unstemmed; for a prefix without the star.</param>
internal sealed record ClassQuery(string Class, IReadOnlyList<string> Words)
{
    /// <summary>
    /// Reads a file of lines <c>CLASS TAB WORDS</c>; blank lines and lines that begin with # are passed over.
    /// </summary>
    /// <exception cref="InvalidDataException">A line has no tab or no words.</exception>
    public static IReadOnlyList<ClassQuery> ReadFile(string path) =>
        [.. File.ReadLines(path)
            .Index()
            .Where(line => line.Item.Length > 0 && line.Item[0] != '#')
            .Select(line => Parse(path, line.Index + 1, line.Item))];

    private static ClassQuery Parse(string path, int number, string line)
    {
        string[] parts = line.Split('\t');
        string[] words = parts.Length == 2 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return words.Length > 0
            ? new ClassQuery(parts[0], words)
            : throw new InvalidDataException($"{path}, line {number}: expected 'CLASS TAB WORDS', found '{line}'.");
    }
}
