using Search.Passages.Indexing;
using Search.Passages.Search;

namespace Search.Passages.Tests;

/// <summary>A corpus and an index in a folder of their own, gone at the end.</summary>
internal sealed class TestCorpus : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("passages-").FullName;

    public TestCorpus()
    {
        _ = Directory.CreateDirectory(Corpus);
    }

    public string Corpus => Path.Combine(_root, "corpus");

    public string Index => Path.Combine(_root, "index");

    public PassageIndexOptions Options => new() { Corpus = Corpus, Index = Index };

    /// <summary>A corpus of nothing yet.</summary>
    public static TestCorpus Empty() => new();

    /// <summary>Four short documents that differ in everything a filter may ask.</summary>
    public static TestCorpus Small()
    {
        var corpus = new TestCorpus();
        corpus.Write("a/statement.md", Document("Joint Statement", "2019-07-31", "European Union", "statement", """
            # Rights

            Human rights apply online as they do offline, and cybercrime laws must respect them.

            - Capacity building needs technical assistance.
            - Training of judges is the second item.

            # Threats

            Ransomware is a threat to hospitals and schools.
            """));
        corpus.Write("a/report.md", Document("Report on Cyber-Crime", "2021-03", "Côte d'Ivoire", "report", """
            Cyber-crime grows. Technical assistance and capacity building are the answer to ransomware.

            A second paragraph speaks of cooperation among states.
            """));
        corpus.Write("b/resolution.md", Document("Resolution 74/247", "2024", "United Nations", "resolution", """
            Recalling A/RES/74/247, the assembly decides to begin.

            States should co-operate against ransomware.
            """));
        corpus.Write("b/undated.txt", """
            An undated text about ransomware and nothing else of note in it.
            """);
        return corpus;
    }

    public static string Document(string title, string date, string issuer, string type, string body) =>
        $"---\ntitle: \"{title}\"\ndate: \"{date}\"\nissuer: \"{issuer}\"\ntype: {type}\nlanguage: en\n---\n\n{body}\n";

    public PassageIndex Open(TimeProvider? time = null) => PassageIndex.Open(Options, time);

    /// <summary>Opens the index once it is in step with the folder.</summary>
    public PassageIndex Indexed()
    {
        PassageIndex index = Open();
        _ = Reindex(index);
        return index;
    }

    public static IndexRun Reindex(PassageIndex index) => index.ReindexAsync().GetAwaiter().GetResult();

    public void Write(string path, string text)
    {
        string full = Path.Combine(Corpus, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Touch(string path)
    {
        string full = Path.Combine(Corpus, path);
        File.SetLastWriteTimeUtc(full, File.GetLastWriteTimeUtc(full).AddSeconds(5));
    }

    public void Delete(string path) => File.Delete(Path.Combine(Corpus, path));

    public void Rename(string from, string to)
    {
        string full = Path.Combine(Corpus, to);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.Move(Path.Combine(Corpus, from), full);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>A request from its parts, filters as <c>name=value</c> or <c>-name=value</c>.</summary>
    public static PassageRequest Request(string? q, params string[] filters) => new()
    {
        Q = q,
        Limit = 100,
        Filters =
        [
            .. filters.Select(filter => filter.TrimStart('-').Split('=', 2)).Zip(
                filters,
                (parts, filter) => new PassageFilter(parts[0], parts[1], filter.StartsWith('-'))),
        ],
    };
}
