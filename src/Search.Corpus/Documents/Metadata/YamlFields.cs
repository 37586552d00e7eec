using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// The scalars at the top of a YAML document, and lists of scalars there joined by commas. Read event by event: aliases
/// and tags are not expanded, so that no document can grow in memory.
/// </summary>
internal static class YamlFields
{
    /// <summary>Reads the first document; what follows an error is left out.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="error">The first error; null where there is none.</param>
    /// <returns>Keys in lower case.</returns>
    public static IReadOnlyDictionary<string, string> Read(string yaml, out string? error)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        error = null;
        try
        {
            Parser parser = new(new StringReader(yaml));
            int depth = 0;
            string? key = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        key = depth <= 1 ? null : key;
                        break;
                    case DocumentEnd:
                        return fields;
                    case Scalar scalar when depth == 1:
                        Take(fields, ref key, scalar.Value);
                        break;
                    case Scalar scalar when depth == 2 && key is not null:
                        fields[key] = fields.TryGetValue(key, out string? before)
                            ? $"{before}, {scalar.Value}"
                            : scalar.Value;
                        break;
                }

                if (depth > 100)
                {
                    return fields;
                }
            }
        }
        catch (YamlException e)
        {
            error = $"line {e.Start.Line}: {e.Message.Split('\n')[0]}";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser trips over some broken input itself.
            error = "it is no YAML";
        }

        return fields;
    }

    /// <summary>Maps the names that front matter is known to use onto metadata.</summary>
    public static MetadataValues ToMetadata(IReadOnlyDictionary<string, string> fields)
    {
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (fields.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value))
                {
                    return value;
                }
            }

            return null;
        }

        string? source = First("source", "source_url", "source-url", "canonical_url", "redirect_to", "url",
            "permalink");
        return new MetadataValues
        {
            Title = First("title", "headline", "name"),
            Date = First("date", "published_time", "published", "publish_date", "issued", "created", "year"),
            Issuer = First("issuer", "publisher", "organisation", "organization", "institution"),
            Type = First("type", "document_type", "doctype", "genre"),
            Language = First("language", "lang", "locale"),
            Source = source is not null && source.StartsWith('/') ? null : source,
            Licence = First("licence", "license", "rights"),
        };
    }

    private static void Take(Dictionary<string, string> fields, ref string? key, string value)
    {
        if (key is null)
        {
            key = value.Trim().ToLowerInvariant();
            return;
        }

        fields.TryAdd(key, value);
        key = null;
    }
}
