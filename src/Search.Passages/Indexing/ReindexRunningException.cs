namespace Search.Passages.Indexing;

/// <summary>A re-index was asked for while one was under way, in this process or another.</summary>
public sealed class ReindexRunningException(string message) : InvalidOperationException(message);
