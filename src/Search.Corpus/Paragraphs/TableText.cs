using System.Text;

namespace Search.Corpus.Paragraphs;

/// <summary>A table as text that can be read: one line a row, its cells divided by <c> | </c>.</summary>
internal sealed class TableText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a row; one without text is left out.</summary>
    public void AddRow(IEnumerable<string> cells)
    {
        string[] clean = [.. cells.Select(cell => LineJoiner.Clean(cell))];
        if (clean.Any(cell => cell.Length > 0))
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(string.Join(" | ", clean).Trim());
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
