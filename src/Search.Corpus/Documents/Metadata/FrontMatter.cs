namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// YAML between two lines of <c>---</c> at the head of a file; a second such block right behind the first is read too,
/// and fills what the first leaves open.
/// </summary>
internal static class FrontMatter
{
    private const int LongestBlock = 64 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="bodyStart">Offset behind it; 0 where there is none.</param>
    /// <param name="warnings">Gets what is wrong with it.</param>
    public static MetadataValues? Read(string text, out int bodyStart, List<string> warnings)
    {
        bodyStart = 0;
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (FindBlock(text, bodyStart) is { } block)
        {
            IReadOnlyDictionary<string, string> read = YamlFields.Read(text[block.Start..block.End], out string? error);
            if (read.Count == 0 && bodyStart > 0)
            {
                break;
            }

            if (error is not null)
            {
                warnings.Add($"front matter: {error}");
                read = ReadLoosely(text[block.Start..block.End], read);
            }

            foreach ((string key, string value) in read)
            {
                fields.TryAdd(key, value);
            }

            bodyStart = block.Next;
        }

        return fields.Count > 0 ? YamlFields.ToMetadata(fields) : null;
    }

    private static (int Start, int End, int Next)? FindBlock(string text, int from)
    {
        int i = from;
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == '\uFEFF'))
        {
            i++;
        }

        int start = EndOfRule(text, i);
        if (start < 0)
        {
            return null;
        }

        int limit = Math.Min(text.Length, start + LongestBlock);
        for (int line = start; line < limit;)
        {
            int next = EndOfRule(text, line);
            if (next >= 0)
            {
                bool hasField = text.AsSpan(start, line - start).Contains(':');
                return hasField ? (start, line, next) : null;
            }

            int end = text.IndexOf('\n', line);
            line = end < 0 ? limit : end + 1;
        }

        return null;
    }

    /// <summary>
    /// Offset behind a line of <c>---</c> that starts at <paramref name="i"/>; -1 where there is none.
    /// </summary>
    private static int EndOfRule(string text, int i)
    {
        if (string.CompareOrdinal(text, i, "---", 0, 3) != 0 || i + 3 > text.Length)
        {
            return -1;
        }

        int end = i + 3;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }

        return end == text.Length ? end : text[end] == '\n' ? end + 1 : -1;
    }

    // Titles with a stray colon or quote break YAML; the line still says what it means.
    private static Dictionary<string, string> ReadLoosely(string yaml, IReadOnlyDictionary<string, string> read)
    {
        Dictionary<string, string> fields = new(read, StringComparer.Ordinal);
        foreach (string line in yaml.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim().Trim('"', '\''));
            }
        }

        return fields;
    }
}
