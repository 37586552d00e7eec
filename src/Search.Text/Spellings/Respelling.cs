namespace Search.Text.Spellings;

/// <summary>A word in the other of two spellings, with the forms that its inflections take there.</summary>
/// <param name="Word">The word itself, respelt: what a reader is told of.</param>
/// <param name="Forms">The word and its family in that spelling, folded; some may be no words.</param>
/// <param name="IsStemmed">
/// Whether the stem of the word stands for the family, and for no more than it. The stem of <c>criminalization</c> is
/// that of <c>criminal</c>, so that one has to be asked for form by form.
/// </param>
public sealed record Respelling(string Word, IReadOnlyList<string> Forms, bool IsStemmed);
