using Search.Passages.Schemas;
using Search.Text.Analysis;

namespace Search.Passages.Suggestions;

/// <summary>
/// Completes a query that is being written: the word at its end, together with up to three words before it, and the
/// words that most often follow them.
/// </summary>
internal static class QuerySuggester
{
    private const int MaxContext = 3;
    private const int MaxLength = 1_000;
    private static readonly string[] Operators = ["AND", "OR", "NOT", "NEAR", "ONEAR", "TO"];

    /// <summary>The completions, the likeliest first.</summary>
    /// <param name="table">What there is to complete to.</param>
    /// <param name="query">The query so far.</param>
    /// <param name="limit">Most completions.</param>
    public static IReadOnlyList<QueryCompletion> Complete(SuggestionTable table, string query, int limit)
    {
        // The end alone counts, and a query may be as long as an address.
        int from = Math.Max(0, query.Length - MaxLength);
        string tail = query[from..];
        var tokens = new TokenBuffer();
        Analyzers.Unstemmed.Analyze(tail, tokens);
        bool isBehind = tail.Length > 0 && tail[^1] == ' ';
        bool isInWord = tokens.Count > 0 && tokens[tokens.Count - 1].End == tail.Length;
        if (!isInWord && !(isBehind && tokens.Count > 0 && tokens[tokens.Count - 1].End == tail.Length - 1))
        {
            return [];
        }

        int last = tokens.Count - 1;
        int first = last;
        while (first > 0 && last - first < MaxContext && IsNeighbour(tail, tokens, first)
            && !IsOperator(tail, tokens[first - 1]))
        {
            first--;
        }

        if (IsOperator(tail, tokens[last]) && isBehind)
        {
            return [];
        }

        bool isOpen = tail.Count(character => character is '"' or '“' or '”') % 2 == 1;
        List<QueryCompletion> found = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        for (int start = first; start <= last && found.Count < limit; start++)
        {
            if (!IsText(tail, tokens[start]))
            {
                continue;
            }

            foreach (Suggestion suggestion in table.Find(Key(tokens, start, isBehind), limit - found.Count))
            {
                string text = string.Concat(
                    query.AsSpan(0, from + tokens[start].Start), suggestion.Text, isOpen ? "\"" : "");
                if (seen.Add(text))
                {
                    found.Add(new QueryCompletion(text, suggestion.Text));
                }
            }
        }

        return found;
    }

    private static byte[] Key(TokenBuffer tokens, int start, bool isBehind)
    {
        var key = new List<byte>();
        for (int i = start; i < tokens.Count; i++)
        {
            key.AddRange(tokens.Exact(i));
            if (i + 1 < tokens.Count || isBehind)
            {
                key.Add((byte)' ');
            }
        }

        return [.. key];
    }

    private static bool IsNeighbour(string text, TokenBuffer tokens, int index) =>
        text.AsSpan(tokens[index - 1].End..tokens[index].Start) is " ";

    private static bool IsOperator(string text, Token token) =>
        Operators.Contains(text.Substring(token.Start, token.Length), StringComparer.Ordinal);

    /// <summary>Whether a word is one of the text: not the value of another field, nor part of an address.</summary>
    private static bool IsText(string text, Token token)
    {
        if (token.Start == 0)
        {
            return true;
        }

        char before = text[token.Start - 1];
        if (before == ':')
        {
            int blank = text.LastIndexOf(' ', token.Start - 1);
            return PassageFields.IsText(text[(blank + 1)..(token.Start - 1)].TrimStart('-', '+', '(', '!'));
        }

        return char.IsWhiteSpace(before) || before is '"' or '“' or '”' or '«' or '(' or '-' or '+' or '!';
    }
}
