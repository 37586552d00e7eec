using CsvHelper;

namespace Search.Corpus.Themes.Manual;

/// <summary>
/// The tags set by hand in <c>overrides.csv</c>: columns <c>paragraph,theme,tag,who,why</c>, where <c>paragraph</c> is
/// the first
/// 12 digits or more of the content hash and <c>tag</c> is <c>yes</c> or <c>no</c>. Immutable.
/// </summary>
public sealed class ThemeOverrides
{
    /// <summary>What stands for the rule in the evidence of a tag set by hand.</summary>
    public const string HandRule = "override";

    /// <summary>Digits of the hash that tell paragraphs apart.</summary>
    public const int KeyLength = 12;

    private readonly ILookup<string, ThemeOverride> _byParagraph;
    private readonly string? _version;

    private ThemeOverrides(IReadOnlyList<ThemeOverride> items, string? version = null)
    {
        _version = version;
        Items = items;
        _byParagraph = items.ToLookup(item => item.Paragraph[..KeyLength], StringComparer.Ordinal);
    }

    /// <summary>No overrides.</summary>
    public static ThemeOverrides None { get; } = new([]);

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<ThemeOverride> Items { get; }

    /// <summary>Reads a file; none where there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scheme">The scheme whose themes may be named.</param>
    /// <exception cref="ThemeSchemeException">A line is wrong: it says which, and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ThemeOverrides Load(string path, ThemeScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (!File.Exists(path))
        {
            return None;
        }

        List<ThemeOverride> items = [];
        try
        {
            using CsvReader csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions
            {
                Separator = ',',
                TrimWhitespace = true,
                TrackLineNumbers = true,
                NormalizeHeaderName = header => header.Trim().TrimStart('\uFEFF').ToLowerInvariant(),
            });
            csv.ReadHeader();
            while (csv.Read())
            {
                items.Add(Item(path, csv, scheme));
            }
        }
        catch (CsvFormatException error)
        {
            throw new ThemeSchemeException(path, (int)error.LineNumber,
                "a line of comma-separated values was expected.", error);
        }

        return new ThemeOverrides(items, scheme.Version);
    }

    /// <summary>What was set by hand for a paragraph; of two lines for one theme the later one holds.</summary>
    /// <param name="contentHash">At least 12 hexadecimal digits of the content hash, lower case.</param>
    public IEnumerable<ThemeOverride> For(string contentHash)
    {
        ArgumentNullException.ThrowIfNull(contentHash);
        return contentHash.Length < KeyLength
            ? []
            : _byParagraph[contentHash[..KeyLength]]
                .Where(item => contentHash.StartsWith(item.Paragraph, StringComparison.Ordinal)
                    || item.Paragraph.StartsWith(contentHash, StringComparison.Ordinal))
                .GroupBy(item => item.Theme, StringComparer.Ordinal).Select(group => group.Last());
    }

    /// <summary>
    /// The tags of a paragraph with what was set by hand put in their place: score 1, the whole text as evidence.
    /// </summary>
    /// <param name="tags">What the scheme says.</param>
    /// <param name="contentHash">At least 12 hexadecimal digits of the content hash, lower case.</param>
    /// <param name="length">Length of the paragraph's text in UTF-16 code units.</param>
    public IReadOnlyList<ThemeTag> Apply(IReadOnlyList<ThemeTag> tags, string contentHash, int length)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ThemeOverride[] set = Items.Count == 0 ? [] : [.. For(contentHash)];
        return set.Length == 0
            ? tags
            :
            [
                .. tags.Where(tag => set.All(item => item.Theme != tag.Theme)),
                .. set.Where(item => item.IsGiven).Select(item =>
                    new ThemeTag(item.Theme, 1, [new ThemeEvidence(HandRule, 0, length)])
                    {
                        Scheme = _version,
                        IsByHand = true,
                        Who = item.Who.Length == 0 ? null : item.Who,
                        Why = item.Why.Length == 0 ? null : item.Why,
                    }),
            ];
    }

    private static ThemeOverride Item(string path, CsvReader csv, ThemeScheme scheme)
    {
        int line = (int)csv.LineNumber;
        string paragraph = Field(csv, "paragraph").ToLowerInvariant();
        paragraph = paragraph[(paragraph.LastIndexOf('~') + 1)..];
        if (paragraph.Length < KeyLength || !paragraph.All(char.IsAsciiHexDigit))
        {
            throw new ThemeSchemeException(
                path, line, $"12 or more hexadecimal digits of the paragraph's hash were expected, not '{paragraph}'.");
        }

        string theme = Field(csv, "theme");
        if (scheme.Themes.All(known => known.Id != theme))
        {
            string known = string.Join(", ", scheme.Themes.Select(item => item.Id));
            throw new ThemeSchemeException(path, line, $"one of the themes {known} was expected, not '{theme}'.");
        }

        bool? given = Field(csv, "tag").ToLowerInvariant() switch { "yes" => true, "no" => false, _ => null };
        return new ThemeOverride(
            paragraph,
            theme,
            given ?? throw new ThemeSchemeException(path, line,
                $"'yes' or 'no' was expected, not '{Field(csv, "tag")}'."),
            Field(csv, "who"),
            Field(csv, "why"));
    }

    private static string Field(CsvReader csv, string name) =>
        csv.TryGetFieldIndex(name, out int i) && i < csv.FieldCount ? csv.GetString(i).Trim() : "";
}
