namespace Search.Passages.Suggestions;

/// <summary>How a query that is being written may go on.</summary>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Input">The query so far.</param>
/// <param name="Suggestions">The completions, the likeliest first.</param>
public sealed record SuggestResponse(long Generation, string Input, IReadOnlyList<QueryCompletion> Suggestions);

/// <summary>One completion.</summary>
/// <param name="Text">The whole query, completed.</param>
/// <param name="Completion">The word or phrase that stands at its end.</param>
public sealed record QueryCompletion(string Text, string Completion);
