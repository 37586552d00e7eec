namespace Search.Passages.Measuring;

/// <summary>
/// A test collection in the layout of BEIR: documents in <c>corpus.jsonl</c> (or <c>.gz</c>), questions in
/// <c>queries.jsonl</c>, judgments in <c>qrels.tsv</c>.
/// </summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Questions">The questions that have a relevant document, in the order of the file.</param>
/// <param name="Judgments">What was judged of each of them.</param>
public sealed record QuestionSet(
    string Folder, IReadOnlyList<Question> Questions, IReadOnlyDictionary<string, Judgments> Judgments)
{
    private const string Corpus = "corpus.jsonl";
    private const string Queries = "queries.jsonl";

    /// <summary>Name of the folder.</summary>
    public string Name => new DirectoryInfo(Folder).Name;

    /// <summary>The collections of a folder: itself, or those in it, by name.</summary>
    /// <exception cref="CollectionException">There is none.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        if (JsonLines.Exists(Path.Combine(folder, Corpus)))
        {
            return [folder];
        }

        string[] folders = Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder)
                .Where(inner => JsonLines.Exists(Path.Combine(inner, Corpus)))
                .Order(StringComparer.Ordinal)]
            : [];
        return folders.Length > 0
            ? folders
            : throw new CollectionException(
                folder, 0, $"no test collection: {Corpus} (or .gz), {Queries} and qrels.tsv were expected here, or in "
                    + "folders in it.");
    }

    /// <summary>Opens a collection.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="qrels">Name of the file of judgments.</param>
    /// <exception cref="CollectionException">A file is missing or cannot be read.</exception>
    public static QuestionSet Open(string folder, string qrels = "qrels.tsv")
    {
        IReadOnlyDictionary<string, Judgments> judgments = QrelsFile.Read(Path.Combine(folder, qrels));
        Question[] questions =
        [
            .. JsonLines.Read(Path.Combine(folder, Queries)).Select(item => new Question(item.Id, item.Text)),
        ];
        HashSet<string> known = [.. questions.Select(question => question.Id)];
        string? unknown = judgments.Keys.FirstOrDefault(id => !known.Contains(id));
        return unknown is null
            ? new QuestionSet(
                folder,
                [.. questions.Where(one => judgments.TryGetValue(one.Id, out Judgments? own) && own.Relevant > 0)],
                judgments)
            : throw new CollectionException(
                Path.Combine(folder, qrels), 0, $"question '{unknown}' is not in {Queries}.");
    }

    /// <summary>The documents, in the order of the file.</summary>
    /// <exception cref="CollectionException">The file is missing or cannot be read.</exception>
    public IEnumerable<CollectionDocument> Documents() => JsonLines.Read(Path.Combine(Folder, Corpus));
}

/// <summary>A question of a test collection.</summary>
public sealed record Question(string Id, string Text);

/// <summary>A document of a test collection.</summary>
public sealed record CollectionDocument(string Id, string Title, string Text);
