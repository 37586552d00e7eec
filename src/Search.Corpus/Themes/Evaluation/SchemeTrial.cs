using Search.Corpus.Themes.Labels;

namespace Search.Corpus.Themes.Evaluation;

/// <summary>What a changed scheme would gain and lose, before anything is saved.</summary>
public static class SchemeTrial
{
    /// <summary>Tags paragraphs by both schemes and tells where they differ.</summary>
    /// <param name="before">The scheme in use.</param>
    /// <param name="after">The changed one; themes are compared by their ids.</param>
    /// <param name="paragraphs">Paragraphs, with labels or without.</param>
    public static IEnumerable<ThemeChange> Compare(
        ThemeScheme before, ThemeScheme after, IEnumerable<LabelledParagraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(paragraphs);
        return Compare(new ThemeTagger(before), new ThemeTagger(after), paragraphs);
    }

    /// <summary>
    /// Rules of a scheme that match none of some paragraphs, or every one of them: most likely a slip.
    /// </summary>
    /// <returns>One sentence a rule.</returns>
    public static IReadOnlyList<string> Warnings(ThemeScheme scheme, IEnumerable<LabelledParagraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var counts = new int[scheme.Rules.Rules.Count];
        int total = 0;
        var paragraph = new Features.ReadParagraph();
        List<int> hits = [];
        foreach (LabelledParagraph item in paragraphs)
        {
            paragraph.Reset(item.Text, item.Title, item.Heading);
            hits.Clear();
            scheme.Rules.FindMatches(paragraph.Document, hits);
            hits.ForEach(rule => counts[rule]++);
            total++;
        }

        return
        [
            .. Enumerable.Range(0, counts.Length)
                .Where(rule => total > 0 && (counts[rule] == 0 || counts[rule] == total))
                .Select(rule => $"line {scheme.Rules.Rules[rule].Line}: rule '{scheme.Rules.Rules[rule].Id}' matches "
                    + (counts[rule] == 0 ? $"none of {total} paragraphs." : $"every one of {total} paragraphs.")),
        ];
    }

    private static IEnumerable<ThemeChange> Compare(
        ThemeTagger before, ThemeTagger after, IEnumerable<LabelledParagraph> paragraphs)
    {
        foreach (LabelledParagraph paragraph in paragraphs)
        {
            IReadOnlyList<ThemeTag> old = before.Tag(paragraph.Text, paragraph.Title, paragraph.Heading);
            IReadOnlyList<ThemeTag> now = after.Tag(paragraph.Text, paragraph.Title, paragraph.Heading);
            foreach (ThemeTag tag in now.Where(tag => old.All(other => other.Theme != tag.Theme)))
            {
                yield return new ThemeChange(paragraph, tag.Theme, true, tag);
            }

            foreach (ThemeTag tag in old.Where(tag => now.All(other => other.Theme != tag.Theme)))
            {
                yield return new ThemeChange(paragraph, tag.Theme, false, tag);
            }
        }
    }
}

/// <summary>A tag that one scheme gives and the other does not.</summary>
/// <param name="Paragraph">The paragraph; its themes are its labels where it has any.</param>
/// <param name="Theme">Id of the theme.</param>
/// <param name="IsGained">Whether the changed scheme gives it; else it is lost.</param>
/// <param name="Tag">The tag, with its evidence, by the scheme that gives it.</param>
public sealed record ThemeChange(LabelledParagraph Paragraph, string Theme, bool IsGained, ThemeTag Tag);
