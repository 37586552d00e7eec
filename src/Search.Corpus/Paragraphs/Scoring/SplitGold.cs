using System.Text.Json;

namespace Search.Corpus.Paragraphs.Scoring;

/// <summary>A right split of a document, made by hand.</summary>
/// <param name="File">Path of the document in its corpus.</param>
/// <param name="IsPartial">True where only some pages are marked.</param>
/// <param name="Units">Units in order.</param>
public sealed record SplitGold(string File, bool IsPartial, IReadOnlyList<SplitGoldUnit> Units)
{
    /// <summary>
    /// Whole texts of the units that are not scored, which tell pieces of them; empty where none are at hand.
    /// </summary>
    public IReadOnlyList<string> UnscoredTexts { get; init; } = [];

    /// <summary>Reads <c>NAME.json</c>, and <c>full/NAME.jsonl</c> beside it where it is there.</summary>
    /// <exception cref="JsonException">The file is not of this shape.</exception>
    public static SplitGold Read(string path)
    {
        using JsonDocument json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        JsonElement root = json.RootElement;
        List<SplitGoldUnit> units = [];
        foreach (JsonElement unit in root.GetProperty("units").EnumerateArray())
        {
            units.Add(new SplitGoldUnit(
                TextOf(unit, "kind"), TextOf(unit, "start"), TextOf(unit, "end"),
                    unit.GetProperty("words").GetInt32()));
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        string full = Path.Combine(folder, "full", Path.GetFileNameWithoutExtension(path) + ".jsonl");
        bool isPartial = root.TryGetProperty("pages", out JsonElement pages) && pages.ToString() != "all";
        return new SplitGold(TextOf(root, "file"), isPartial, units) { UnscoredTexts = ReadUnscored(full) };
    }

    private static List<string> ReadUnscored(string path)
    {
        List<string> texts = [];
        foreach (string line in System.IO.File.Exists(path) ? System.IO.File.ReadLines(path) : [])
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using JsonDocument json = JsonDocument.Parse(line);
                if (!SplitGoldUnit.IsScoredKind(TextOf(json.RootElement, "kind")))
                {
                    texts.Add(TextOf(json.RootElement, "text"));
                }
            }
        }

        return texts;
    }

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

/// <summary>A unit of a right split.</summary>
/// <param name="Kind">Its kind; paragraphs, items and footnotes are scored.</param>
/// <param name="Start">Its first words, at most eight.</param>
/// <param name="End">Its last words, at most eight.</param>
/// <param name="Words">How many it has.</param>
public sealed record SplitGoldUnit(string Kind, string Start, string End, int Words)
{
    /// <summary>True for kinds that are scored.</summary>
    public bool IsScored => IsScoredKind(Kind);

    /// <summary>True for kinds that are scored.</summary>
    internal static bool IsScoredKind(string kind) => kind is "paragraph" or "item" or "footnote";
}
