using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Searching.Triggers;

/// <summary>
/// Compares terms byte by byte, so that a dictionary is asked by a span without making an array of it.
/// </summary>
internal sealed class TermBytesComparer
    : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    /// <summary>The one comparer there is.</summary>
    public static TermBytesComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x is not null && y is not null && x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        // FNV-1a: terms are short.
        uint hash = 2166136261;
        foreach (byte value in alternate)
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return unchecked((int)hash);
    }

    /// <inheritdoc/>
    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
