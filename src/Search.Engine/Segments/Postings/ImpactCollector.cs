namespace Search.Engine.Segments.Postings;

/// <summary>Finds the best (frequency, norm) pairs of a run of postings. See <see cref="Impacts"/>.</summary>
internal sealed class ImpactCollector
{
    private readonly byte[] _leastNorms = new byte[Impacts.UnboundedFrequency + 1];
    private readonly bool[] _isSeen = new bool[Impacts.UnboundedFrequency + 1];
    private int _greatest;

    /// <summary>Counts postings in.</summary>
    /// <param name="docs">Doc ids.</param>
    /// <param name="frequencies">Their frequencies, as many.</param>
    /// <param name="norms">Norms by doc id.</param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> frequencies, ReadOnlySpan<byte> norms)
    {
        for (int i = 0; i < docs.Length; i++)
        {
            Add(frequencies[i], norms[docs[i]]);
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
        Span<int> pairs = stackalloc int[Impacts.PairCount];
        int count = 0;
        int least = byte.MaxValue + 1;

        // From the greatest frequency down, a pair is kept where its norm is below all before. Those that come after
        // the
        // room is full raise the frequency of none: the last place takes the least norm, which bounds them all.
        for (int frequency = _greatest; frequency > 0; frequency--)
        {
            if (!_isSeen[frequency])
            {
                continue;
            }

            _isSeen[frequency] = false;
            if (_leastNorms[frequency] < least)
            {
                least = _leastNorms[frequency];
                if (count == Impacts.PairCount)
                {
                    pairs[count - 1] = (pairs[count - 1] & 0xFF) | (least << 8);
                }
                else
                {
                    pairs[count++] = frequency | (least << 8);
                }
            }
        }

        _greatest = 0;
        ulong impacts = 0;
        for (int i = 0; i < Impacts.PairCount; i++)
        {
            int pair = pairs[Math.Max(count - 1 - i, 0)];
            impacts |= (ulong)(uint)pair << (16 * i);
        }

        return impacts;
    }

    private void Add(int frequency, byte norm)
    {
        int capped = Math.Min(frequency, Impacts.UnboundedFrequency);
        if (!_isSeen[capped])
        {
            _isSeen[capped] = true;
            _leastNorms[capped] = norm;
            _greatest = Math.Max(_greatest, capped);
        }
        else if (norm < _leastNorms[capped])
        {
            _leastNorms[capped] = norm;
        }
    }
}
