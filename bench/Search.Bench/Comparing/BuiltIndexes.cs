using Search.Bench.Engines;
using Search.Bench.Inputs;

namespace Search.Bench.Comparing;

/// <summary>Where the indexes of a set of passages lie.</summary>
/// <param name="Passages">The passages.</param>
internal sealed record BuiltIndexes(PreparedPassages Passages)
{
    /// <summary>Lucene's index without stored text.</summary>
    public string Lucene => Path.Combine(Passages.Folder, "lucene");

    /// <summary>Lucene's index with stored text.</summary>
    public string LuceneStored => Path.Combine(Passages.Folder, "lucene-stored");

    /// <summary>A folder for an index that is measured while it is built and thrown away.</summary>
    public string Spare => Path.Combine(Passages.Folder, "spare");

    /// <summary>SQLite's database.</summary>
    public string Sqlite => Path.Combine(Passages.Folder, "sqlite.db");

    /// <summary>Our index of a shape.</summary>
    public string Own(IndexShape shape) => Path.Combine(Passages.Folder, $"own-{shape}");
}
