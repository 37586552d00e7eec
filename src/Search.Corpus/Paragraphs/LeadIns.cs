namespace Search.Corpus.Paragraphs;

/// <summary>Knows which line introduces the list that an item stands in.</summary>
internal sealed class LeadIns
{
    private readonly List<(int Level, string Text)> _items = [];
    private string? _lead;

    /// <summary>The lead-in of a block, which is then taken into account for those behind it.</summary>
    public string? Of(Block block)
    {
        switch (block.Kind)
        {
            case ParagraphKind.Item:
                return OfItem(block);
            case ParagraphKind.Paragraph or ParagraphKind.Other when block.Text.Length < 2000:
                _lead = Introduces(block.Text) ? block.Text : null;
                break;
            case ParagraphKind.Footnote:
                // A note at the foot of the page does not end the list above it.
                return null;
            default:
                _lead = null;
                break;
        }

        _items.Clear();
        return null;
    }

    private string? OfItem(Block block)
    {
        int level = Math.Max(1, block.Level);
        _items.RemoveAll(item => item.Level >= level);
        string? lead = _items.Count > 0 && Introduces(_items[^1].Text) ? _items[^1].Text : _lead;
        _items.Add((level, block.Text));
        return lead;
    }

    private static bool Introduces(string text)
    {
        ReadOnlySpan<char> end = text.AsSpan().TrimEnd("0123456789 *").TrimEnd();
        return end.Length > 0 && end[^1] is ':' or '：' or '—' or '–' or '-' or ',' or ';' || !Prose.EndsSentence(text);
    }
}
