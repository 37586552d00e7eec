namespace Search.Corpus.Documents;

/// <summary>Where a piece of metadata was found; earlier ones win.</summary>
public enum MetadataOrigin
{
    /// <summary>The folder's <c>manifest.csv</c>.</summary>
    Manifest,

    /// <summary>A <c>NAME.yaml</c> beside the file.</summary>
    Sidecar,

    /// <summary>Front matter at the head of the file.</summary>
    FrontMatter,

    /// <summary>The file format's own metadata.</summary>
    File,

    /// <summary>What the first page says.</summary>
    FirstPage,

    /// <summary>The file's name.</summary>
    FileName,
}
