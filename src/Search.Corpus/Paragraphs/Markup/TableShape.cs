namespace Search.Corpus.Paragraphs.Markup;

/// <summary>Tells tables of data from tables that only lay text out.</summary>
internal static class TableShape
{
    private const int LongCell = 400;

    /// <summary>Cells by row; those of tables within are not among them.</summary>
    public static List<List<MarkupNode>> RowsOf(MarkupNode table)
    {
        List<List<MarkupNode>> rows = [];
        Stack<MarkupNode> pending = new([table]);
        while (pending.TryPop(out MarkupNode? node))
        {
            if (node.Name is "tr" or "row" or "table-row")
            {
                rows.Add([.. node.Children.Where(child =>
                    child.Name is "td" or "th" or "entry" or "cell" or "table-cell")]);
                continue;
            }

            for (int i = node.Children.Count - 1; i >= 0; i--)
            {
                MarkupNode child = node.Children[i];
                if (!child.IsText && child.Name is not ("table" or "tbl"))
                {
                    pending.Push(child);
                }
            }
        }

        return rows;
    }

    /// <summary>
    /// True where the cells hold running text: numbered paragraphs, long texts, tables, headings, lists.
    /// </summary>
    public static bool IsLayout(MarkupNode table, List<List<MarkupNode>> rows)
    {
        if (rows.Count == 0 || table["role"] is "presentation" or "none" || rows.TrueForAll(row => row.Count <= 1))
        {
            return true;
        }

        bool isNumbered = rows.TrueForAll(row => row.Count <= 2 && IsMark(row[0].AllText().Trim()));
        return isNumbered || rows.Exists(row => row.Exists(cell =>
            cell.TextLength() > LongCell
                || cell.Descendants().Any(node => node.Name is "table" or "h1" or "h2" or "h3")));
    }

    private static bool IsMark(string text) =>
        text.Length == 0 || (text.Length == 1 && !char.IsLetterOrDigit(text[0]))
        || (text.Length <= 12 && ListMark.Of(text + " x").Length > text.Length);
}
