using Search.Queries.Dates;

namespace Search.Corpus.Documents.Metadata;

/// <summary>
/// Gathers metadata from its sources, in the order in which they are to win: the first that knows a value sets it.
/// </summary>
internal sealed class MetadataCollector
{
    private Attributed<string>? _title;
    private Attributed<PartialDate>? _date;
    private Attributed<string>? _issuer;
    private Attributed<string>? _type;
    private Attributed<string>? _language;
    private Attributed<string>? _source;
    private Attributed<string>? _licence;

    /// <summary>Takes what is not yet known.</summary>
    /// <param name="values">What a source says; null for nothing.</param>
    /// <param name="origin">Which source it is.</param>
    /// <param name="warnings">Gets a sentence for a value that cannot be read.</param>
    public void Offer(MetadataValues? values, MetadataOrigin origin, List<string> warnings)
    {
        if (values is null)
        {
            return;
        }

        _title ??= Attribute(values.Title, origin);
        _issuer ??= Attribute(values.Issuer, origin);
        _type ??= Attribute(values.Type, origin);
        _language ??= Attribute(LanguageCode(values.Language), origin);
        _source ??= Attribute(values.Source, origin);
        _licence ??= Attribute(values.Licence, origin);
        if (_date is null && !string.IsNullOrWhiteSpace(values.Date))
        {
            if (DateFinder.Parse(values.Date) is PartialDate date)
            {
                _date = new Attributed<PartialDate>(date, origin);
            }
            else
            {
                warnings.Add($"the date '{values.Date.Trim()}' ({origin}) is no date: yyyy, yyyy-MM or yyyy-MM-dd");
            }
        }
    }

    /// <summary>What is known, with the file's name for a title where nothing better is.</summary>
    public DocumentMetadata Build(string relativePath)
    {
        string stem = Path.GetFileNameWithoutExtension(relativePath);
        string title = stem.Replace('-', ' ').Replace('_', ' ').Trim();
        return new DocumentMetadata
        {
            Title = _title ?? new Attributed<string>(title.Length > 0 ? title : relativePath, MetadataOrigin.FileName),
            Date = _date,
            Issuer = _issuer,
            Type = _type,
            Language = _language,
            Source = _source,
            Licence = _licence,
        };
    }

    private static Attributed<string>? Attribute(string? value, MetadataOrigin origin)
    {
        string text = string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : new Attributed<string>(text.Length > 1000 ? text[..1000] : text, origin);
    }

    private static string? LanguageCode(string? value)
    {
        string text = (value ?? "").Trim();
        return text.ToLowerInvariant() switch
        {
            "" => null,
            "eng" or "english" => "en",
            "fra" or "fre" or "french" or "français" => "fr",
            "spa" or "spanish" or "español" => "es",
            "rus" or "russian" => "ru",
            "ara" or "arabic" => "ar",
            "zho" or "chi" or "chinese" => "zh",
            _ => text.Replace('_', '-'),
        };
    }
}
