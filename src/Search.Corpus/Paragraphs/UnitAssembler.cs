using Search.Corpus.Languages;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Makes paragraphs of blocks: decides kinds that the format leaves open, cuts clauses that a file runs together,
/// numbers the units and ties each to its headings, its lead-in and its language.
/// </summary>
internal static class UnitAssembler
{
    private const int WordsForFallback = 5;

    /// <summary>Assembles the units of one document.</summary>
    public static IReadOnlyList<Paragraph> Assemble(
        IReadOnlyList<Block> source, CancellationToken cancellation = default)
    {
        List<Block> blocks = [];
        foreach (Block block in source)
        {
            cancellation.ThrowIfCancellationRequested();
            ClauseCutter.Cut(block, blocks);
        }

        KindGuesser.Decide(blocks);
        SignatureFinder.Mark(blocks);
        return Tie(blocks);
    }

    private static List<Paragraph> Tie(List<Block> blocks)
    {
        List<Paragraph> result = new(blocks.Count);
        string?[] languages = [.. blocks.Select(block => LanguageDetector.Detect(block.Text))];
        string? main = MainLanguage(blocks, languages);
        HeadingStack headings = new();
        LeadIns leadIns = new();
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ParagraphKind.Heading)
            {
                headings.Pop(Math.Max(1, block.Level));
            }

            result.Add(new Paragraph(block.Kind, block.Text)
            {
                Number = i + 1,
                Page = block.Page,
                HeadingPath = headings.Path,
                LeadIn = leadIns.Of(block),
                Mark = block.Kind == ParagraphKind.Footnote ? block.Mark : null,
                Language = languages[i] ?? (Prose.HasWords(block.Text, WordsForFallback) ? main : null),
                SourceStart = block.Start,
                SourceEnd = block.End,
            });
            if (block.Kind == ParagraphKind.Heading)
            {
                headings.Push(Math.Max(1, block.Level), block.Text);
            }
        }

        return result;
    }

    private static string? MainLanguage(List<Block> blocks, string?[] languages)
    {
        Dictionary<string, int> lengths = new(StringComparer.Ordinal);
        for (int i = 0; i < languages.Length; i++)
        {
            if (languages[i] is string language)
            {
                lengths[language] = lengths.GetValueOrDefault(language) + (blocks[i].Text.Length / 16) + 1;
            }
        }

        return lengths.Count == 0
            ? null
            : lengths.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key,
            StringComparer.Ordinal).First().Key;
    }
}
