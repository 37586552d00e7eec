namespace Search.Passages.Measuring;

/// <summary>
/// The documents found for one question, in trec_eval's order: by score, best first, and of equal scores the greater
/// name first, whatever the order they were found in.
/// </summary>
public sealed class RankedList
{
    /// <summary>Makes a list.</summary>
    /// <param name="found">Documents and scores, in any order, no document twice.</param>
    public RankedList(IEnumerable<KeyValuePair<string, float>> found)
    {
        Scored =
        [
            .. found.OrderByDescending(one => one.Value).ThenByDescending(one => one.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The documents with their scores, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, float>> Scored { get; }

    /// <summary>Number of documents.</summary>
    public int Count => Scored.Count;

    /// <summary>The document at a place, from 0.</summary>
    public string this[int place] => Scored[place].Key;
}
