using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Peers;

/// <summary>SQLite's FTS5 in this process: a contentless table over the same tokens, ranked by its bm25.</summary>
internal sealed class SqlitePeer : IDisposable
{
    /// <summary>Splits at blanks alone, so that the prepared tokens stay whole.</summary>
    private const string Tokenizer = "unicode61 remove_diacritics 0 tokenchars '''.:,_·‧'";

    private readonly SqliteConnection _connection;

    private readonly string _path;

    private SqlitePeer(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Creates an empty database file.</summary>
    public static SqlitePeer Create(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var peer = new SqlitePeer(connection, path);
        peer.Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536");
        peer.Execute($"CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize=\"{Tokenizer}\")");
        return peer;
    }

    /// <summary>Whether FTS5 can answer a class: it has no fuzzy search, and prefixes at a word's end alone.</summary>
    public static bool CanAnswer(ClassQuery query) =>
        query.Shape is not (QueryShape.Fuzzy1 or QueryShape.Fuzzy2 or QueryShape.Wildcard);

    /// <summary>Indexes prepared passages and merges the table into one segment.</summary>
    public IndexingResult Index(PreparedPassages passages)
    {
        long start = Stopwatch.GetTimestamp();
        long rows = 0;
        using (SqliteTransaction transaction = _connection.BeginTransaction())
        {
            using SqliteCommand insert = _connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO passages(rowid, text) VALUES ($id, $text)";
            SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Integer);
            SqliteParameter text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (string line in File.ReadLines(passages.TokensPath))
            {
                id.Value = ++rows;
                text.Value = line;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long before = new FileInfo(_path).Length;
        start = Stopwatch.GetTimestamp();
        Execute("INSERT INTO passages(passages) VALUES ('optimize')");
        double mergeSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new IndexingResult(rows, seconds, mergeSeconds, before, 1, new FileInfo(_path).Length, 0, 0);
    }

    /// <summary>Counts the hits of a query and fetches the best ten, timed together.</summary>
    public QueryTiming Run(ClassQuery query)
    {
        string match = Match(query);
        long start = Stopwatch.GetTimestamp();
        using SqliteCommand count = Command("SELECT count(*) FROM passages WHERE passages MATCH $match", match);
        long hits = (long)count.ExecuteScalar()!;
        using SqliteCommand best = Command(
            "SELECT rowid, rank FROM passages WHERE passages MATCH $match ORDER BY rank LIMIT 10", match);
        var top = new List<ScoredDoc>();
        using (SqliteDataReader reader = best.ExecuteReader())
        {
            while (reader.Read())
            {
                top.Add(new ScoredDoc((int)reader.GetInt64(0) - 1, -(float)reader.GetDouble(1)));
            }
        }

        return new QueryTiming(hits, (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds, top);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string Match(ClassQuery query)
    {
        IEnumerable<string> quoted = query.Words
            .Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        return query.Shape switch
        {
            QueryShape.Or => string.Join(" OR ", quoted),
            QueryShape.Phrase => $"\"{string.Join(' ', query.Words)}\"",
            QueryShape.Prefix => quoted.First() + " *",
            _ => string.Join(" AND ", quoted),
        };
    }

    private SqliteCommand Command(string sql, string match)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$match", match);
        return command;
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
