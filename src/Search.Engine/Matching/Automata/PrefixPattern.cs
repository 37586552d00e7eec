using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>Terms that begin with some bytes; with none, every term.</summary>
internal sealed class PrefixPattern(byte[] prefix) : TermPattern
{
    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> LiteralPrefix => prefix;

    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term) => term.StartsWith(prefix);

    /// <inheritdoc/>
    public override bool Seek(TermCursor terms) => terms.Seek(prefix) && Fits(terms.Term);

    /// <inheritdoc/>
    public override bool MoveNext(TermCursor terms) => terms.MoveNext() && Fits(terms.Term);
}
