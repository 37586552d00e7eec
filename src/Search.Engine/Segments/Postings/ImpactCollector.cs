using Search.Engine.Codecs;

namespace Search.Engine.Segments.Postings;

/// <summary>
/// Finds the best (frequency, norm) pairs of a run of postings. See <see cref="Impacts"/>. Where there are more pairs
/// than have room, neighbours are put together: the greater frequency with the lesser norm, which bounds both. Those
/// go together of which the outcome scores least by BM25 with its usual parameters, so that the best pair, which
/// decides the bound, is touched last. Any pairs put together would be right; these keep the bound tight.
/// </summary>
internal sealed class ImpactCollector
{
    /// <summary>The least norm of a frequency that was not seen: above all norms.</summary>
    private const int None = byte.MaxValue + 1;

    private readonly float[] _saturations = new float[byte.MaxValue + 1];
    private readonly List<(int Frequency, int Norm)> _pairs = [];
    private readonly int[] _leastNorms = new int[Impacts.UnboundedFrequency + 1];
    private int _greatest;

    /// <summary>Makes a collector.</summary>
    /// <param name="norms">Norms of the field, whose mean length the documents are compared with.</param>
    public ImpactCollector(ReadOnlySpan<byte> norms)
    {
        Array.Fill(_leastNorms, None);
        double sum = 0;
        int count = 0;
        foreach (byte norm in norms)
        {
            sum += LengthCode.Decode(norm);
            count += norm == 0 ? 0 : 1; // 0: the document lacks the field
        }

        double mean = Math.Max(1, sum / Math.Max(1, count));
        for (int norm = 0; norm < _saturations.Length; norm++)
        {
            _saturations[norm] = (float)(1.2 * (0.25 + (0.75 * LengthCode.Decode((byte)norm) / mean)));
        }
    }

    /// <summary>Counts postings in.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="frequencies">Their frequencies, as many.</param>
    /// <param name="norms">Norms by doc id.</param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> frequencies, ReadOnlySpan<byte> norms)
    {
        frequencies = frequencies[..docs.Length];
        int leastOfOnce = None; // most frequencies are 1: their least norm stays in a register
        for (int i = 0; i < docs.Length; i++)
        {
            int norm = norms[docs[i]];
            int frequency = frequencies[i];
            if (frequency == 1)
            {
                leastOfOnce = Math.Min(leastOfOnce, norm);
            }
            else
            {
                Add(frequency, norm);
            }
        }

        if (leastOfOnce != None)
        {
            Add(1, leastOfOnce);
        }
    }

    /// <summary>Counts all pairs of a word in.</summary>
    public void Add(ulong impacts)
    {
        for (int pair = 0; pair < Impacts.PairCount; pair++)
        {
            Add(Impacts.Frequency(impacts, pair), Impacts.Norm(impacts, pair));
        }
    }

    /// <summary>The best pairs of what was counted, at least one posting; empties the collector.</summary>
    public ulong Take()
    {
        // From the greatest frequency down, a pair is kept where its norm is below all before.
        _pairs.Clear();
        int least = None;
        for (int frequency = _greatest; frequency > 0; frequency--)
        {
            int norm = _leastNorms[frequency];
            _leastNorms[frequency] = None;
            if (norm < least)
            {
                least = norm;
                _pairs.Add((frequency, least));
            }
        }

        _greatest = 0;
        while (_pairs.Count > Impacts.PairCount)
        {
            PutTogether();
        }

        ulong impacts = 0;
        for (int i = 0; i < Impacts.PairCount; i++)
        {
            (int frequency, int norm) = _pairs[Math.Max(_pairs.Count - 1 - i, 0)];
            impacts |= (ulong)(uint)(frequency | (norm << 8)) << (16 * i);
        }

        return impacts;
    }

    private void PutTogether()
    {
        int best = 0;
        float least = float.PositiveInfinity;
        for (int i = 0; i + 1 < _pairs.Count; i++)
        {
            float frequency = _pairs[i].Frequency;
            float score = frequency / (frequency + _saturations[_pairs[i + 1].Norm]);
            (best, least) = score < least ? (i, score) : (best, least);
        }

        _pairs[best] = (_pairs[best].Frequency, _pairs[best + 1].Norm);
        _pairs.RemoveAt(best + 1);
    }

    private void Add(int frequency, int norm)
    {
        int capped = Math.Min(frequency, Impacts.UnboundedFrequency);
        _leastNorms[capped] = Math.Min(_leastNorms[capped], norm);
        _greatest = Math.Max(_greatest, capped);
    }
}
