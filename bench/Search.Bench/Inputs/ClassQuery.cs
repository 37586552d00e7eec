namespace Search.Bench.Inputs;

/// <summary>A query of a benchmark class.</summary>
/// <param name="Class">Class, such as <c>term_common</c>.</param>
/// <param name="Words">Its words: lower case, unstemmed; for a prefix without the star.</param>
internal sealed record ClassQuery(string Class, IReadOnlyList<string> Words)
{
    /// <summary>How the words are joined, told from the beginning of the class's name: <c>or5</c> is an OR.</summary>
    public QueryShape Shape { get; } = ShapeOf(Class);

    /// <summary>
    /// Reads a file of lines <c>CLASS TAB WORDS</c>; blank lines and lines that begin with # are passed over.
    /// </summary>
    /// <exception cref="InvalidDataException">A line has no tab or no words.</exception>
    public static IReadOnlyList<ClassQuery> ReadFile(string path) => Read(File.ReadLines(path), path);

    /// <summary>Reads lines as <see cref="ReadFile"/> does.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="source">Where they are from, for messages.</param>
    /// <exception cref="InvalidDataException">A line has no tab or no words.</exception>
    public static IReadOnlyList<ClassQuery> Read(IEnumerable<string> lines, string source) =>
        [.. lines.Index()
            .Where(line => line.Item.Length > 0 && line.Item[0] != '#')
            .Select(line => Parse(source, line.Index + 1, line.Item))];

    private static ClassQuery Parse(string source, int number, string line)
    {
        string[] parts = line.Split('\t');
        string[] words = parts.Length == 2 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        if (words.Length == 0)
        {
            throw new InvalidDataException($"{source}, line {number}: expected 'CLASS TAB WORDS', found '{line}'.");
        }

        return ShapeOf(parts[0]) == QueryShape.Prefix
            ? new ClassQuery(parts[0], [words[0].TrimEnd('*')])
            : new ClassQuery(parts[0], words);
    }

    private static QueryShape ShapeOf(string name) => name switch
    {
        _ when name.StartsWith("and", StringComparison.Ordinal) => QueryShape.And,
        _ when name.StartsWith("or", StringComparison.Ordinal) => QueryShape.Or,
        _ when name.StartsWith("phrase", StringComparison.Ordinal) => QueryShape.Phrase,
        _ when name.StartsWith("prefix", StringComparison.Ordinal) => QueryShape.Prefix,
        _ when name.StartsWith("wildcard", StringComparison.Ordinal) => QueryShape.Wildcard,
        _ when name.StartsWith("fuzzy2", StringComparison.Ordinal) => QueryShape.Fuzzy2,
        _ when name.StartsWith("fuzzy", StringComparison.Ordinal) => QueryShape.Fuzzy1,
        _ => QueryShape.Term,
    };
}
