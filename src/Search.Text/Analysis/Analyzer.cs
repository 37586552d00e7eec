namespace Search.Text.Analysis;

/// <summary>
/// Turns a text into tokens. The same analyzer serves documents and queries. An analyzer has no state: it may be used
/// by several threads, each with a buffer of its own. <see cref="Name"/> and <see cref="Version"/> are part of an
/// index's
/// fingerprint: whoever changes what an analyzer makes of a text raises its version.
/// </summary>
public abstract class Analyzer
{
    /// <summary>Stable name, such as <c>words-en</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Raised whenever the tokens of any text change.</summary>
    public abstract int Version { get; }

    /// <summary>Empties <paramref name="tokens"/> and fills it with the tokens of <paramref name="text"/>.</summary>
    /// <param name="text">Any UTF-16 text, lone surrogates included.</param>
    /// <param name="tokens">Receives the tokens, in order of their start.</param>
    public abstract void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens);
}
