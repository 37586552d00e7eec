using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Segments.Pairs;

/// <summary>Finds the words of a field that are common enough for pairs, from its terms as they are written.</summary>
/// <param name="rule">What common is.</param>
/// <param name="docCount">Documents of the segment.</param>
internal sealed class CommonWords(PairRule rule, int docCount)
{
    private readonly int _least = rule.AppliesTo(docCount) ? rule.LeastOfWord(docCount) : int.MaxValue;
    private readonly List<CommonWord> _words = [];

    /// <summary>Looks at the next term.</summary>
    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        if (entry.DocFrequency >= _least)
        {
            _words.Add(new CommonWord(term.ToArray(), entry));
        }
    }

    /// <summary>The words, in the order of their terms; at most <see cref="PairRule.MaxWords"/>.</summary>
    public CommonWord[] Take()
    {
        if (_words.Count <= PairRule.MaxWords)
        {
            return [.. _words];
        }

        // Both sorts are stable, so that words of one frequency are always taken alike.
        return
        [
            .. _words.OrderByDescending(word => word.Entry.DocFrequency)
                .Take(PairRule.MaxWords)
                .OrderBy(word => word.Entry.PostingsOffset),
        ];
    }
}
