using Search.Engine.Segments.Columns;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Copies the values of documents from one keyword column into a merged one. What a code of the one is in the other is
/// found out when it first occurs among the documents that stay, so that values of deleted documents alone are none.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="ordinals">The new ordinal of each value that stays.</param>
/// <param name="merged">The merged column.</param>
internal sealed class CodeMerge(DiskKeywordColumn column, int[] ordinals, KeywordColumnWriter merged)
{
    private readonly int[] _codes = new int[column.SetCount + 1]; // 0 where not found out yet
    private int[] _buffer = [];
    private int[] _values = [];

    /// <summary>Copies a document; false where it has no value.</summary>
    public bool Copy(int docId)
    {
        int code = column.Code(docId);
        ref int copied = ref _codes[code];
        if (copied == 0 && code != 0)
        {
            copied = Translate(code);
        }

        merged.Add(copied);
        return code != 0;
    }

    private int Translate(int code)
    {
        ReadOnlySpan<int> old = column.OrdinalsOf(code, ref _buffer);
        if (_values.Length < old.Length)
        {
            _values = new int[old.Length * 2];
        }

        for (int i = 0; i < old.Length; i++)
        {
            _values[i] = ordinals[old[i]];
        }

        return merged.Code(_values.AsSpan(0, old.Length));
    }
}
