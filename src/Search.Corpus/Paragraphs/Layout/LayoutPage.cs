namespace Search.Corpus.Paragraphs.Layout;

/// <summary>A page of a laid-out document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Width in the tool's pixels.</param>
/// <param name="Height">Height.</param>
internal sealed record LayoutPage(int Number, double Width, double Height)
{
    /// <summary>Pieces in the order of the page's content, which is mostly the author's.</summary>
    public List<Fragment> Fragments { get; } = [];

    /// <summary>Lines in reading order.</summary>
    public List<LayoutLine> Lines { get; set; } = [];
}
