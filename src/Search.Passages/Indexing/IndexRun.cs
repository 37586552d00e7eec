namespace Search.Passages.Indexing;

/// <summary>What one re-index did.</summary>
public sealed record IndexRun
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The generation that stands now.</summary>
    public required long Generation { get; init; }

    /// <summary>Whether this run wrote that generation; false where nothing had changed.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>Files in the folder that the index cares for.</summary>
    public int Files { get; init; }

    /// <summary>Files whose bytes were read by this run.</summary>
    public int Read { get; init; }

    /// <summary>Documents that are new.</summary>
    public int Added { get; init; }

    /// <summary>Documents that were replaced.</summary>
    public int Updated { get; init; }

    /// <summary>Documents that are gone.</summary>
    public int Removed { get; init; }

    /// <summary>Documents tagged again from their stored text.</summary>
    public int Retagged { get; init; }

    /// <summary>Files that nothing was done for.</summary>
    public int Unchanged { get; init; }

    /// <summary>Documents of the generation.</summary>
    public int Documents { get; init; }

    /// <summary>Units of the generation.</summary>
    public long Units { get; init; }

    /// <summary>Files of the folder that could not be read, this time or an earlier one, by path.</summary>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];

    /// <summary>What is wrong with the folder's own files, such as its manifest, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why everything was built anew; null where it was not.</summary>
    public string? RebuildReason { get; init; }
}
