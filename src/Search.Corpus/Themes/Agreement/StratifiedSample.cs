namespace Search.Corpus.Themes.Agreement;

/// <summary>
/// Draws paragraphs for blind coding: as many of each theme as there are to spare, rare ones first, and the rest from
/// those without a theme, so that the sheet is not all empty. The same input and seed give the same sheet.
/// </summary>
public static class StratifiedSample
{
    /// <summary>Draws.</summary>
    /// <param name="scheme">The scheme whose themes are coded.</param>
    /// <param name="paragraphs">Paragraphs with the themes that the scheme gives them.</param>
    /// <param name="count">How many; fewer where there are not so many.</param>
    /// <param name="seed">Seed of the draw.</param>
    public static CodingSheet Draw(
        ThemeScheme scheme, IReadOnlyList<TaggedParagraph> paragraphs, int count, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, paragraphs.Count)];
        random.Shuffle(order);
        string[] themes = [.. scheme.Themes.Select(theme => theme.Id)];
        HashSet<int> drawn = [];
        int share = count / (themes.Length + 1);
        foreach (string theme in themes.OrderBy(theme => paragraphs.Count(item => Carries(item, theme))))
        {
            drawn.UnionWith(order.Where(i => !drawn.Contains(i) && Carries(paragraphs[i], theme)).Take(share));
        }

        drawn.UnionWith(order.Where(i => paragraphs[i].Themes.Count == 0).Take(count - drawn.Count));
        drawn.UnionWith(order.Where(i => !drawn.Contains(i)).Take(count - drawn.Count));
        int[] shown = [.. drawn];
        random.Shuffle(shown);
        return new CodingSheet(
            themes,
            [
                .. shown.Select(i => new CodingRow(
                    paragraphs[i].Id, paragraphs[i].Title, paragraphs[i].Text, new bool?[themes.Length])),
            ]);
    }

    private static bool Carries(TaggedParagraph paragraph, string theme) =>
        paragraph.Themes.Contains(theme, StringComparer.Ordinal);
}

/// <summary>A paragraph and the themes that a scheme gives it.</summary>
/// <param name="Id">Id of the paragraph.</param>
/// <param name="Title">Title of its document.</param>
/// <param name="Text">Its text.</param>
/// <param name="Themes">Ids of its themes.</param>
public sealed record TaggedParagraph(string Id, string Title, string Text, IReadOnlyList<string> Themes);
