using System.Buffers;
using Search.Engine.Matching;
using Search.Engine.Matching.Cursors;
using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;
using Search.Engine.TopK;

namespace Search.Engine.Searching.Collecting;

/// <summary>
/// Collects the documents that hold any of several terms of a field. Windows of scores find the first best; behind
/// them, a byte a document sums up a bound of its score, and the score is computed only for the few documents whose
/// bounds exceed the threshold.
/// </summary>
internal sealed class UnionCollector
{
    private const int Size = TermBounds.Size;
    private const int BatchSize = BlockPostingsCursor.BlockSize;

    /// <summary>Documents looked at by windows of scores at a time.</summary>
    private const int FirstDocs = 2 * WindowSource.Size;

    /// <summary>So many documents of a window are scored one by one without a second thought.</summary>
    private const int Few = 64;

    /// <summary>Where one hit in so many must be scored one by one, windows of scores are faster.</summary>
    private const int HitsPerScored = 16;

    /// <summary>Most times that windows of scores are taken before bounds are tried again.</summary>
    private const int LongestWait = 31;

    private readonly ScoreCollector _collector;
    private readonly WindowFilters _filters;
    private readonly WindowCollector _scores;
    private readonly TermBounds[] _terms;
    private readonly BoundScale _scale;
    private readonly BlockPostingsCursor _postings;
    private readonly long _first;
    private readonly byte[] _sums = ArrayPool<byte>.Shared.Rent(Size);
    private readonly int[] _places = ArrayPool<int>.Shared.Rent(Size);
    private readonly ulong[] _matches = ArrayPool<ulong>.Shared.Rent(Size / 64);
    private readonly BoundBuffers _buffers = new();
    private readonly byte[] _needs = ArrayPool<byte>.Shared.Rent(ScoreShape.NormCount);
    private float _neededFor = float.NaN;
    private int _wait;
    private int _lastWait;

    private UnionCollector(
        ScoreCollector collector, DisjunctionCursor union, WindowFilters filters, long first)
    {
        _collector = collector;
        _filters = filters;
        _first = first;
        double weights = 0;
        foreach (MatchCursor clause in union.Clauses)
        {
            weights += Score(clause).Weight;
        }

        _postings = Postings(union.Clauses[0]);
        _scale = new BoundScale(Score(union.Clauses[0]).Shape, weights, union.Clauses.Count);
        _terms = new TermBounds[union.Clauses.Count];
        for (int i = 0; i < _terms.Length; i++)
        {
            MatchCursor clause = union.Clauses[i];
            _terms[i] = new TermBounds(Postings(clause), Score(clause), _scale);
        }

        _scores = new WindowCollector(collector, union.Windows(), filters, first);
        _sums.AsSpan(0, Size).Clear();
    }

    /// <summary>Whether a cursor is a disjunction of not too many terms of one field, all scored by tables.</summary>
    public static bool CanCollect(DisjunctionCursor union)
    {
        if (union.Clauses.Count > BoundScale.MaxTerms)
        {
            return false;
        }

        ScoreShape? shape = null;
        foreach (MatchCursor clause in union.Clauses)
        {
            if (clause is not TermMatchCursor { HasTable: true } term
                || (shape is not null && shape != term.Scores!.Shape)) // there with a table
            {
                return false;
            }

            shape = term.Scores!.Shape;
        }

        return true;
    }

    /// <summary>Collects a segment.</summary>
    /// <param name="collector">Receives the hits.</param>
    /// <param name="union">One that <see cref="CanCollect"/>.</param>
    /// <param name="filters">What is no hit.</param>
    /// <param name="first">Place of document 0.</param>
    public static void Collect(
        ScoreCollector collector, DisjunctionCursor union, WindowFilters filters, long first)
    {
        var terms = new UnionCollector(collector, union, filters, first);
        terms.Collect();
        terms._scores.Return();
        terms._buffers.Return();
        ArrayPool<ulong>.Shared.Return(terms._matches);
        ArrayPool<byte>.Shared.Return(terms._sums);
        ArrayPool<byte>.Shared.Return(terms._needs);
        ArrayPool<int>.Shared.Return(terms._places);
    }

    private static FrequencyScore Score(MatchCursor clause) =>
        ((TermMatchCursor)clause).Scores!; // there with a table

    private static BlockPostingsCursor Postings(MatchCursor clause) =>
        ((TermMatchCursor)clause).Blocks!; // there with a table

    private void Collect()
    {
        int docId = Seek(0);
        while (docId != DocCursor.End && !_collector.Clock.Look())
        {
            int start = docId & -Size;
            int end = start > int.MaxValue - (2 * Size) ? DocCursor.End : start + Size;
            if (_collector.Threshold < 0 || _wait > 0)
            {
                start = docId & -WindowSource.Size;
                docId = _scores.Collect(start, Math.Min(end, start + FirstDocs));
                _wait = Math.Max(_wait - 1, 0);
            }
            else
            {
                TakeBounds(docId, end);
                docId = end == DocCursor.End ? end : Seek(end);
            }
        }
    }

    private int Seek(int from)
    {
        int least = DocCursor.End;
        foreach (TermBounds term in _terms)
        {
            least = Math.Min(least, term.Seek(from));
        }

        return least;
    }

    /// <summary>Collects the rest of a window by bounds.</summary>
    private void TakeBounds(int from, int end)
    {
        foreach (TermBounds term in _terms)
        {
            if (term.Seek(from) < end)
            {
                term.Add(from, end, _sums, _buffers);
            }
        }

        int start = from & -Size;
        const int Words = WindowSource.Size / 64;
        Span<ulong> matches = _matches.AsSpan(0, Size / 64);
        if (_collector.Threshold != _neededFor)
        {
            _neededFor = _collector.Threshold;
            _scale.Needs(_neededFor, _needs);
        }

        int count = BoundScan.Take(_sums, _postings.Norms[start..], _needs, matches, _places);
        long before = _collector.Total;
        for (int i = 0; i < matches.Length; i += Words)
        {
            Span<ulong> part = matches.Slice(i, Words);
            if (part.ContainsAnyExcept(0UL))
            {
                _filters.Apply(start + (i * 64), part, _collector); // never behind the end of the segment
            }
        }

        long hits = _collector.Total - before;
        int scored = Score(start, matches, _places.AsSpan(0, count));
        _lastWait = scored > Few && scored > hits / HitsPerScored ? Math.Min((2 * _lastWait) + 1, LongestWait) : 0;
        _wait = _lastWait;
    }

    /// <summary>Scores the listed documents that are hits and shows them; returns how many they are.</summary>
    private int Score(int start, ReadOnlySpan<ulong> matches, ReadOnlySpan<int> places)
    {
        Span<int> docs = stackalloc int[BatchSize];
        Span<float> sums = stackalloc float[BatchSize];
        int scored = 0;
        int next = 0;
        while (next < places.Length)
        {
            int count = 0;
            for (; next < places.Length && count < BatchSize; next++)
            {
                int place = places[next];
                if ((matches[place >> 6] & (1UL << (place & 63))) != 0)
                {
                    docs[count++] = start + place;
                }
            }

            sums.Clear();
            foreach (TermBounds term in _terms)
            {
                term.AddScores(docs[..count], sums, _buffers);
            }

            for (int i = 0; i < count; i++)
            {
                _collector.Show(ScoreTable.Outside(sums[i]), _first + docs[i]);
            }

            scored += count;
        }

        return scored;
    }
}
