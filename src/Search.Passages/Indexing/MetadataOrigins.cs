using Search.Corpus.Documents;

namespace Search.Passages.Indexing;

/// <summary>Where the pieces of a document's metadata were found, as they are written in reports.</summary>
internal static class MetadataOrigins
{
    /// <summary>The origin of each piece that is known, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Of(DocumentMetadata metadata)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(origins, "title", metadata.Title.Origin);
        Put(origins, "date", metadata.Date?.Origin);
        Put(origins, "issuer", metadata.Issuer?.Origin);
        Put(origins, "type", metadata.Type?.Origin);
        Put(origins, "language", metadata.Language?.Origin);
        Put(origins, "source", metadata.Source?.Origin);
        Put(origins, "licence", metadata.Licence?.Origin);
        return origins;
    }

    private static void Put(Dictionary<string, string> origins, string name, MetadataOrigin? origin)
    {
        if (origin is MetadataOrigin found)
        {
            origins.Add(name, Name(found));
        }
    }

    private static string Name(MetadataOrigin origin) => origin switch
    {
        MetadataOrigin.Manifest => "manifest",
        MetadataOrigin.Sidecar => "sidecar",
        MetadataOrigin.FrontMatter => "front-matter",
        MetadataOrigin.File => "file",
        MetadataOrigin.FirstPage => "first-page",
        _ => "file-name",
    };
}
