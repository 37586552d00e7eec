using Search.Engine.Schemas;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing.Merges;

/// <summary>The pairs of the common words of a merge in one of its sources.</summary>
internal sealed class PairSource
{
    private readonly MergeSource _source;
    private readonly InvertedField _form;
    private readonly TermEntry[] _entries;
    private readonly PairTable? _table;
    private readonly PostingsMerge _postings;
    private readonly int[] _docs = new int[BlockPostingsCursor.BlockSize];
    private readonly int[] _frequencies = new int[BlockPostingsCursor.BlockSize];
    private DiskPostingsCursor? _list;
    private PostingsCursor? _first;
    private PostingsCursor? _second;

    /// <summary>Looks the words up.</summary>
    /// <param name="source">The source.</param>
    /// <param name="form">The field.</param>
    /// <param name="words">The words that are common in the segment merged.</param>
    /// <param name="postings">Copies lists.</param>
    public PairSource(MergeSource source, InvertedField form, CommonWord[] words, PostingsMerge postings)
    {
        _source = source;
        _form = form;
        _postings = postings;
        _table = source.Reader.Pairs(form);
        _entries = new TermEntry[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (source.Reader.TryFindTerm(form, words[i].Term, out TermEntry entry))
            {
                _entries[i] = entry; // else it is in no document
            }
        }
    }

    /// <summary>Adds about how many live documents hold each pair, as far as that is known without much work.</summary>
    /// <param name="counts">A number a pair: a row for each first word, a column for each second.</param>
    public void Estimate(double[] counts)
    {
        if (_table is null)
        {
            new PairCount(_source.Reader, _form, _entries).Add(counts);
            return;
        }

        var numbers = new Dictionary<long, int>();
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].DocFrequency > 1)
            {
                numbers.Add(_entries[i].PostingsOffset, i);
            }
        }

        double live = (double)_source.LiveCount / Math.Max(1, _source.Reader.DocCount);
        for (int i = 0; i < _table.Count; i++)
        {
            WordPair pair = _table[i];
            if (numbers.TryGetValue(pair.First, out int first) && numbers.TryGetValue(pair.Second, out int second))
            {
                counts[(first * _entries.Length) + second] += pair.Entry.DocFrequency * live;
            }
        }
    }

    /// <summary>
    /// Writes the live documents of a pair; those of a pair without a list are found by the positions of its words.
    /// </summary>
    /// <returns>Whether there are any.</returns>
    public bool Copy(int first, int second, PairWriter writer)
    {
        if (_entries[first].DocFrequency == 0 || _entries[second].DocFrequency == 0)
        {
            return false;
        }

        if (_table is not null && _table.TryFind(_entries[first], _entries[second], out TermEntry entry))
        {
            if (_list is null)
            {
                _list = (DiskPostingsCursor)_source.Reader.RentPair(_form, entry); // what segments on disk give
            }
            else
            {
                _list.Reset(entry);
            }

            return _postings.Copy(_source, _list, writer);
        }

        return Find(_entries[first], _entries[second], writer);
    }

    private bool Find(in TermEntry first, in TermEntry second, PairWriter writer)
    {
        _first = _source.Reader.Postings(_form, first, _first);
        _second = _source.Reader.Postings(_form, second, _second);
        int count = 0;
        bool isAny = false;
        int doc = _first.Next();
        while (doc != DocCursor.End)
        {
            int other = _second.Seek(doc);
            if (other != doc)
            {
                doc = other == DocCursor.End ? other : _first.Seek(other);
                continue;
            }

            int place = _source.Map(doc);
            int frequency = place < 0 ? 0 : CountNeighbours(_first.Positions(), _second.Positions());
            if (frequency > 0)
            {
                (_docs[count], _frequencies[count]) = (place, frequency);
                count++;
                isAny = true;
            }

            if (count == _docs.Length)
            {
                writer.Add(_docs, _frequencies);
                count = 0;
            }

            doc = _first.Next();
        }

        writer.Add(_docs.AsSpan(0, count), _frequencies.AsSpan(0, count));
        return isAny;
    }

    /// <summary>How many positions of the one are followed by one of the other.</summary>
    private static int CountNeighbours(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int count = 0;
        int next = 0;
        foreach (int position in first)
        {
            while (next < second.Length && second[next] <= position)
            {
                next++;
            }

            count += next < second.Length && second[next] == position + 1 ? 1 : 0;
        }

        return count;
    }
}
