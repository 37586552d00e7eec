using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing.Merges;

/// <summary>
/// Counts the documents that hold each pair of common words in a segment that lists no pairs, by bringing the places
/// of the words into the order of the text. Such segments are small; of one with long texts only the first documents
/// are looked at.
/// </summary>
/// <param name="segment">The segment.</param>
/// <param name="form">The field.</param>
/// <param name="words">At most <see cref="PairRule.MaxWords"/> words; those of frequency 0 are in no document.</param>
internal sealed class PairCount(SegmentReader segment, InvertedField form, TermEntry[] words)
{
    /// <summary>About how many places are brought into order.</summary>
    private const long MaxPlaces = 1 << 21;

    private const int WordBits = 10;
    private const int PositionBits = 32;
    private const int WordMask = PairRule.MaxWords;
    private const int MaxDocs = 1 << (64 - WordBits - PositionBits);

    /// <summary>Adds the documents of each pair; what was not looked at counts as what was.</summary>
    /// <param name="counts">A number a pair: a row for each first word, a column for each second.</param>
    public void Add(double[] counts)
    {
        long all = words.Sum(word => word.TotalTermFrequency);
        int docCount = (int)Math.Min(MaxDocs, segment.DocCount * Math.Min(1, (double)MaxPlaces / Math.Max(1, all)));
        if (docCount == 0)
        {
            return;
        }

        ulong[] places = Places(docCount);
        double weight = (double)segment.DocCount / docCount;
        int[] lastDocs = new int[counts.Length];
        int before = 0;
        for (int i = 0; i < places.Length; i++)
        {
            ulong wanted = (places[i] >> WordBits) - 1; // one position before, in the same document
            while (places[before] >> WordBits < wanted)
            {
                before++;
            }

            int doc = (int)(places[i] >> (WordBits + PositionBits)) + 1;
            for (int other = before; other < i && places[other] >> WordBits == wanted; other++)
            {
                int pair = ((int)(places[other] & WordMask) * words.Length) + (int)(places[i] & WordMask);
                counts[pair] += lastDocs[pair] == doc ? 0 : weight;
                lastDocs[pair] = doc;
            }
        }
    }

    /// <summary>Where the words stand, in the order of the text: document, position and one, word.</summary>
    private ulong[] Places(int docCount)
    {
        List<ulong> places = [];
        PostingsCursor? postings = null;
        for (int word = 0; word < words.Length; word++)
        {
            if (words[word].DocFrequency == 0)
            {
                continue;
            }

            postings = segment.Postings(form, words[word], postings);
            for (int doc = postings.Next(); doc < docCount; doc = postings.Next())
            {
                foreach (int position in postings.Positions())
                {
                    // A position is one more here, so that one before the first is not in the document before.
                    ulong place = ((ulong)doc << PositionBits) | ((uint)position + 1);
                    places.Add((place << WordBits) | (uint)word);
                }
            }
        }

        ulong[] sorted = [.. places];
        Array.Sort(sorted);
        return sorted;
    }
}
