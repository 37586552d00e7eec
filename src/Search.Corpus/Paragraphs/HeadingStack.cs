namespace Search.Corpus.Paragraphs;

/// <summary>The headings above the current place, outermost first.</summary>
internal sealed class HeadingStack
{
    private const int Deepest = 8;
    private readonly List<(int Level, string Text)> _open = [];
    private IReadOnlyList<string>? _path;

    /// <summary>The path; the same list as long as nothing changed.</summary>
    public IReadOnlyList<string> Path => _path ??= [.. _open.Select(heading => heading.Text)];

    /// <summary>Closes the headings of this level and deeper ones.</summary>
    public void Pop(int level)
    {
        _open.RemoveAll(heading => heading.Level >= level);
        _path = null;
    }

    /// <summary>Opens a heading.</summary>
    public void Push(int level, string text)
    {
        Pop(level);
        if (_open.Count < Deepest)
        {
            _open.Add((level, text));
        }

        _path = null;
    }
}
