using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing;

/// <summary>
/// Checks the lists of pairs of one field of a segment: they hold what the positions of their words say, no less and
/// no more.
/// </summary>
internal sealed class PairVerifier
{
    private readonly SegmentReader _segment;
    private readonly InvertedField _field;
    private readonly PairTable? _table;
    private readonly Dictionary<long, TermEntry> _words = [];
    private readonly HashSet<long> _places = [];

    /// <summary>Makes a verifier.</summary>
    public PairVerifier(SegmentReader segment, InvertedField field)
    {
        _segment = segment;
        _field = field;
        _table = segment.Pairs(field);
        for (int i = 0; i < (_table?.Count ?? 0); i++)
        {
            _places.Add(_table![i].First); // there with a count
            _places.Add(_table[i].Second);
        }
    }

    /// <summary>Shows a term of the field; all are shown before <see cref="Verify"/>.</summary>
    public void Add(in TermEntry entry)
    {
        if (entry.DocFrequency > 1 && _places.Contains(entry.PostingsOffset))
        {
            _words[entry.PostingsOffset] = entry;
        }
    }

    /// <summary>Reads all lists.</summary>
    /// <param name="verifyImpact">Checks the best pairs of the block of the current posting.</param>
    /// <param name="cancellation">Looked at once a pair.</param>
    /// <exception cref="IndexCorruptException">Something does not fit.</exception>
    public void Verify(Action<DiskPostingsCursor, string> verifyImpact, CancellationToken cancellation)
    {
        (long, long) last = (-1, -1);
        for (int i = 0; i < (_table?.Count ?? 0); i++)
        {
            cancellation.ThrowIfCancellationRequested();
            WordPair pair = _table![i]; // there with a count
            Require((pair.First, pair.Second).CompareTo(last) > 0, "Pairs", $"pair {i} is out of order");
            last = (pair.First, pair.Second);
            bool isKnown = _words.ContainsKey(pair.First) && _words.ContainsKey(pair.Second);
            Require(isKnown, "Pairs", $"pair {i} is of unknown words");
            VerifyList(pair, verifyImpact);
        }
    }

    private void VerifyList(WordPair pair, Action<DiskPostingsCursor, string> verifyImpact)
    {
        string name = $"PairPostings/{_field.Number}";
        PostingsCursor first = _segment.Postings(_field, _words[pair.First]);
        PostingsCursor second = _segment.Postings(_field, _words[pair.Second]);
        var list = (DiskPostingsCursor)_segment.RentPair(_field, pair.Entry); // what a segment on disk gives
        long total = 0;
        while (first.Next() != DocCursor.End)
        {
            if (second.Seek(first.DocId) != first.DocId)
            {
                continue;
            }

            int count = 0;
            ReadOnlySpan<int> followers = second.Positions();
            foreach (int position in first.Positions())
            {
                count += followers.BinarySearch(position + 1) >= 0 ? 1 : 0;
            }

            if (count > 0)
            {
                bool isNext = list.Next() == first.DocId && list.Frequency == count;
                Require(isNext, "PairPostings", $"document {first.DocId} holds a pair {count} times");
                total += count;
                verifyImpact(list, name);
            }
        }

        Require(list.Next() == DocCursor.End, "PairPostings", $"document {list.DocId} does not hold a pair");
        Require(total == pair.Entry.TotalTermFrequency, "Pairs", $"{total} occurrences of a pair");
    }

    private void Require(bool condition, string section, string reason)
    {
        if (!condition)
        {
            throw new IndexCorruptException(_segment.File.Name, $"{section}/{_field.Number}", reason);
        }
    }
}
