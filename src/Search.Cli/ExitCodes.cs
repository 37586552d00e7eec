namespace Search.Cli;

/// <summary>What the process ends with. A pipe that the reader closed is no error.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or found.</summary>
    public const int Done = 0;

    /// <summary>The search found nothing.</summary>
    public const int NothingFound = 1;

    /// <summary>A wrong argument, an index that is missing or corrupt, a folder that cannot be read.</summary>
    public const int Error = 2;
}
