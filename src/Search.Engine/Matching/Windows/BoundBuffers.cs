using System.Buffers;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Windows;

/// <summary>
/// What the terms of a disjunction use one after the other. Several blocks are decoded before the first of them is
/// added up: a value is not read until its store has left the pipeline.
/// </summary>
internal sealed class BoundBuffers
{
    /// <summary>Blocks decoded at a time.</summary>
    public const int BlockCount = 8;

    private const int BlockSize = BlockPostingsCursor.BlockSize;
    private const int Length = BlockCount * BlockSize;

    private readonly int[] _ints = ArrayPool<int>.Shared.Rent(Length + (2 * BlockSize));
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(2 * Length);

    /// <summary>Doc ids of some blocks.</summary>
    public Span<int> Docs => _ints.AsSpan(0, Length);

    /// <summary>Numbers of documents that were found in a block.</summary>
    public Span<int> Kept => _ints.AsSpan(Length, BlockSize);

    /// <summary>Their places there.</summary>
    public Span<int> Places => _ints.AsSpan(Length + BlockSize, BlockSize);

    /// <summary>Frequencies of some blocks, less one.</summary>
    public Span<byte> LessOne => _bytes.AsSpan(0, Length);

    /// <summary>What they add.</summary>
    public Span<byte> Numbers => _bytes.AsSpan(Length, Length);

    /// <summary>Gives back what was rented.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_ints);
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}
