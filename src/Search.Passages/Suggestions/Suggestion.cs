namespace Search.Passages.Suggestions;

/// <summary>A word or phrase that a query may be completed to.</summary>
/// <param name="Key">The exact forms of its words, parted by blanks.</param>
/// <param name="Text">How it is shown.</param>
/// <param name="Weight">About how many passages hold it.</param>
internal sealed record Suggestion(string Key, string Text, int Weight);
