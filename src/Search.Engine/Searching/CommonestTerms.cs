using System.Text;
using Search.Engine.Matching;

namespace Search.Engine.Searching;

/// <summary>Picks the few terms of an expansion that an answer names.</summary>
internal static class CommonestTerms
{
    /// <summary>
    /// The terms in most documents, those first that are in more, of equal ones the first of the expansion. Nothing is
    /// taken but room for the result: an expansion may have a hundred thousand terms.
    /// </summary>
    /// <param name="terms">The terms of an expansion.</param>
    /// <param name="most">How many at most; not negative.</param>
    public static string[] Of(IReadOnlyList<ExpandedTerm> terms, int most)
    {
        var picked = new int[Math.Min(most, terms.Count)];
        int count = 0;
        for (int i = 0; i < terms.Count && picked.Length > 0; i++)
        {
            int documents = terms[i].DocFrequency;
            if (count == picked.Length && terms[picked[^1]].DocFrequency >= documents)
            {
                continue;
            }

            int place = count == picked.Length ? count - 1 : count++;
            for (; place > 0 && terms[picked[place - 1]].DocFrequency < documents; place--)
            {
                picked[place] = picked[place - 1];
            }

            picked[place] = i;
        }

        return Array.ConvertAll(picked, index => Encoding.UTF8.GetString(terms[index].Term.Span));
    }
}
