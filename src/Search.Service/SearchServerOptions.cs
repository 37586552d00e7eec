namespace Search.Service;

/// <summary>How a server is started.</summary>
public sealed record SearchServerOptions
{
    /// <summary>
    /// Settings that win over files and environment: full key, such as <c>Search:Corpus:Folder</c>,
    /// <c>Search:Index:Folder</c>
    /// or <c>Search:Server:Urls</c>, to value.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Flags { get; init; } = new Dictionary<string, string?>();

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the line with the address goes once the server answers; null for nowhere.</summary>
    public TextWriter? Output { get; init; }
}
