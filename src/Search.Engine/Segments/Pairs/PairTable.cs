using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Pairs;

/// <summary>
/// The pairs of words of one field that have lists: rows of five numbers, in the order of the places of the words'
/// own lists, which stand for the words. Safe for use by several threads.
/// </summary>
internal sealed class PairTable
{
    /// <summary>Numbers of a row: first word, second word, documents, occurrences, offset of the list.</summary>
    public const int RowLength = 5;

    private readonly SegmentSection _section;

    private PairTable(SegmentSection section)
    {
        _section = section;
        section.Require(
            section.Length % (RowLength * sizeof(long)) == 0 && section.Length <= int.MaxValue,
            $"{section.Length} bytes");
    }

    /// <summary>Number of pairs.</summary>
    public int Count => (int)(_section.Length / (RowLength * sizeof(long)));

    /// <summary>Bytes of the table.</summary>
    public long ByteCount => _section.Length;

    private ReadOnlySpan<long> Rows => _section.ReadArray<long>(0, Count * RowLength);

    /// <summary>Opens the table of a field; null where the segment has none.</summary>
    /// <exception cref="IndexCorruptException">Its length is wrong.</exception>
    public static PairTable? Open(SegmentFile file, int field) =>
        file.TrySection(SectionKind.Pairs, field, out SegmentSection? section) ? new PairTable(section) : null;

    /// <summary>A pair by its place in the table.</summary>
    public WordPair this[int place] => Of(Rows.Slice(place * RowLength, RowLength));

    /// <summary>Finds the pair of two words; false where it has no list.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="second">The word behind it.</param>
    /// <param name="pair">The documents that hold them side by side.</param>
    public bool TryFind(in TermEntry first, in TermEntry second, out TermEntry pair)
    {
        pair = default;
        if (first.DocFrequency < 2 || second.DocFrequency < 2)
        {
            return false; // such a word has no list, and so no place that stands for it
        }

        ReadOnlySpan<long> rows = Rows;
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            WordPair row = Of(rows.Slice(middle * RowLength, RowLength));
            int order = row.First.CompareTo(first.PostingsOffset);
            order = order != 0 ? order : row.Second.CompareTo(second.PostingsOffset);
            if (order == 0)
            {
                pair = row.Entry;
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return false;
    }

    private WordPair Of(ReadOnlySpan<long> row)
    {
        _section.Require(row[2] is > 0 and <= int.MaxValue, $"a pair in {row[2]} documents");
        return new WordPair(row[0], row[1], new TermEntry((int)row[2], row[3], row[4], 0));
    }
}
