using Search.Text.Analysis;
using Search.Text.Breaking;

namespace Search.Engine.Searching;

/// <summary>Finds which words the sentences of a text end with.</summary>
internal static class SentenceEnds
{
    /// <summary>For each sentence with a word, one more than the position of its last word; ascending.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="ends">Receives the ends; emptied first.</param>
    public static void Find(string text, TokenBuffer tokens, List<int> ends)
    {
        ends.Clear();
        SentenceBreaker breaker = new(text, joinsAbbreviations: true);
        int token = 0;
        while (token < tokens.Count && breaker.MoveNext())
        {
            int first = token;
            while (token < tokens.Count && tokens[token].Start < breaker.End)
            {
                token++;
            }

            if (token > first)
            {
                ends.Add(tokens[token - 1].Position + 1);
            }
        }
    }
}
