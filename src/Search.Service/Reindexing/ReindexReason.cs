namespace Search.Service.Reindexing;

/// <summary>Why the folder is indexed again.</summary>
internal enum ReindexReason
{
    /// <summary>The service started.</summary>
    Start,

    /// <summary>The schedule says so.</summary>
    Schedule,

    /// <summary>Files changed.</summary>
    Change,

    /// <summary>The run before could not be made or failed.</summary>
    Retry,
}
