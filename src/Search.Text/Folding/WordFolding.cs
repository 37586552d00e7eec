namespace Search.Text.Folding;

/// <summary>
/// Folding as the exact form of a word has it: case, diacritics, compatibility forms and apostrophes do not matter.
/// </summary>
public static class WordFolding
{
    [ThreadStatic]
    private static WordFolder? _threadFolder;

    /// <summary>
    /// The folded text. Nothing is broken or left out but ignorable characters: blanks and punctuation stay.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        WordFolder folder = _threadFolder ??= new WordFolder();
        return folder.FoldDiacritics(folder.FoldCase(text)).ToString();
    }
}
