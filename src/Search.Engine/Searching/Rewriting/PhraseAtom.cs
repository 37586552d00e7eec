using Search.Engine.Matching.Automata;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Rewriting;

/// <summary>One place of a word or phrase before its words have become terms.</summary>
/// <param name="Text">Surface of the word; null for a pattern or a gap.</param>
/// <param name="Exact">Its exact form; null for a pattern or a gap.</param>
/// <param name="Form">The form asked for, never <see cref="WordForm.Default"/>.</param>
/// <param name="HasVariants">Whether other spellings of the word count too.</param>
/// <param name="IsHyphenated">Whether only hyphens stand between this word and the next.</param>
/// <param name="Pattern">The pattern; null for a word or a gap.</param>
internal sealed record PhraseAtom(
    string? Text, string? Exact, WordForm Form, bool HasVariants, bool IsHyphenated, TermPattern? Pattern)
{
    /// <summary>Any one word.</summary>
    public static PhraseAtom Gap { get; } = new(null, null, WordForm.Exact, false, false, null);

    /// <summary>Any word of a pattern.</summary>
    public static PhraseAtom Of(TermPattern pattern) => new(null, null, WordForm.Exact, false, false, pattern);
}
