using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Codecs;

namespace Search.Engine.Segments.Files;

/// <summary>One section of a segment file. Offsets are within the section.</summary>
internal sealed class SegmentSection
{
    private readonly SegmentFile _file;
    private bool _isChecked;

    /// <summary>Names a part of a file.</summary>
    public SegmentSection(SegmentFile file, string name, long offset, long length)
    {
        _file = file;
        Name = name;
        Offset = offset;
        Length = length;
    }

    /// <summary>Kind and number, for messages.</summary>
    public string Name { get; }

    /// <summary>Where it begins in the file.</summary>
    public long Offset { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>Bytes of the section, checked.</summary>
    /// <exception cref="IndexCorruptException">They lie outside the section, or are not what was written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Read(long offset, int length) => Read(offset, length, 0);

    /// <summary>Bytes of the section, checked, and some behind them that may be read but mean nothing.</summary>
    /// <exception cref="IndexCorruptException">They lie outside the section, or are not what was written.</exception>
    public ReadOnlySpan<byte> Read(long offset, int length, int slack)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw Corrupt($"{length} bytes at {offset} lie outside its {Length} bytes");
        }

        return _file.Read(Offset + offset, length, slack);
    }

    /// <summary>An array of fixed-size numbers in the section, checked.</summary>
    /// <exception cref="IndexCorruptException">It lies outside the section, or is not what was written.</exception>
    public ReadOnlySpan<T> ReadArray<T>(long offset, int count)
        where T : unmanaged
    {
        long length = (long)count * Unsafe.SizeOf<T>();
        if (count < 0 || length > int.MaxValue)
        {
            throw Corrupt($"an array of {count} values");
        }

        return MemoryMarshal.Cast<byte, T>(Read(offset, (int)length, 0));
    }

    /// <summary>
    /// Bytes of the section that were checked before, by <see cref="Read(long, int)"/>, and some behind them that may
    /// be read but mean nothing; fewer at the end of the file.
    /// </summary>
    public ReadOnlySpan<byte> ReadAgain(long offset, int length, int slack) =>
        _file.ReadAgain(Offset + offset, length, slack);

    /// <summary>
    /// All of the section, checked once, with eight bytes behind it that may be read but mean nothing. For sections
    /// that are read at random and often.
    /// </summary>
    /// <exception cref="IndexCorruptException">Something in it is not what was written.</exception>
    public ReadOnlySpan<byte> ReadAll()
    {
        if (!Volatile.Read(ref _isChecked))
        {
            Require(Length <= int.MaxValue - sizeof(ulong), $"{Length} bytes");
            _file.Read(Offset, (int)Length, 0);
            Volatile.Write(ref _isChecked, true);
        }

        return _file.ReadAgain(Offset, (int)Length, sizeof(ulong));
    }

    /// <summary>Bytes that an encoding of so many integers by <see cref="PatchedInts"/> takes.</summary>
    public int PatchedLength(long offset, int count)
    {
        int headLength = PatchedInts.HeadLength(Read(offset, 1)[0]);
        return PatchedInts.Length(Read(offset, headLength), count);
    }

    /// <summary>The exception that says what is wrong here.</summary>
    public IndexCorruptException Corrupt(string reason) => new(_file.Name, Name, reason);

    /// <summary>Throws where something that must hold does not; the reason is put together only then.</summary>
    public void Require(
        [DoesNotReturnIf(false)] bool condition,
        [InterpolatedStringHandlerArgument(nameof(condition))] ref ReasonHandler reason)
    {
        if (!condition)
        {
            throw Corrupt(reason.Text());
        }
    }

    /// <summary>Throws where something that must hold does not.</summary>
    public void Require([DoesNotReturnIf(false)] bool condition, string reason)
    {
        if (!condition)
        {
            throw Corrupt(reason);
        }
    }
}
