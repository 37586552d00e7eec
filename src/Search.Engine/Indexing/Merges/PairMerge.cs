using Search.Engine.Schemas;
using Search.Engine.Segments.Pairs;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Writes the pairs of neighbouring words of merged segments. Which are due is judged by the lists that the sources
/// have, since counting anew would cost as much as all the rest: a pair that has a list in no source gets none. Each
/// list that is written is whole: a source without it has its words' positions looked through. The same sources give
/// the same lists.
/// </summary>
internal sealed class PairMerge
{
    private readonly PairSource[] _sources;
    private readonly CommonWord[] _words;
    private readonly CancellationToken _cancellation;

    /// <summary>Makes a merge.</summary>
    /// <param name="sources">The segments.</param>
    /// <param name="form">The field.</param>
    /// <param name="words">The words that are common in the segment merged, in the order of their terms.</param>
    /// <param name="postings">Copies lists.</param>
    /// <param name="cancellation">Looked at once a pair.</param>
    public PairMerge(
        MergeSource[] sources,
        InvertedField form,
        CommonWord[] words,
        PostingsMerge postings,
        CancellationToken cancellation)
    {
        _sources = [.. sources.Select(source => new PairSource(source, form, words, postings))];
        _words = words;
        _cancellation = cancellation;
    }

    /// <summary>Writes the pairs that are due.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="rule">Which are due.</param>
    /// <param name="docCount">Documents of the segment merged.</param>
    public void Write(PairWriter writer, PairRule rule, int docCount)
    {
        double[] counts = new double[_words.Length * _words.Length];
        foreach (PairSource source in _sources)
        {
            source.Estimate(counts);
        }

        for (int pair = 0; pair < counts.Length; pair++)
        {
            (int first, int second) = Math.DivRem(pair, _words.Length);
            int firstFrequency = _words[first].Entry.DocFrequency;
            int secondFrequency = _words[second].Entry.DocFrequency;
            if (rule.Lists(docCount, firstFrequency, secondFrequency, (long)Math.Round(counts[pair])))
            {
                _cancellation.ThrowIfCancellationRequested();
                Write(writer, first, second);
            }
        }
    }

    private void Write(PairWriter writer, int first, int second)
    {
        writer.Begin();
        bool isAny = false;
        foreach (PairSource source in _sources)
        {
            isAny |= source.Copy(first, second, writer);
        }

        if (isAny)
        {
            writer.End(_words[first].Entry, _words[second].Entry);
        }
    }
}
