using System.Buffers.Binary;

namespace Search.Engine.Codecs;

/// <summary>A growing run of bytes. Its memory is kept when it is cleared.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">Bytes to make room for at first.</param>
    public ByteBuffer(int capacity = 256) => _bytes = new byte[capacity];

    /// <summary>Number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>The bytes; valid until the next change.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Takes all bytes away.</summary>
    public void Clear() => Length = 0;

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Appends one byte.</summary>
    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    /// <summary>Appends a number of variable length.</summary>
    public void WriteVarInt(ulong value) => Length += VarInt.Write(Reserve(VarInt.MaxByteCount), value);

    /// <summary>Appends four bytes, little-endian.</summary>
    public void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);
        Length += sizeof(uint);
    }

    /// <summary>Appends eight bytes, little-endian.</summary>
    public void WriteUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), value);
        Length += sizeof(ulong);
    }

    /// <summary>Room behind the last byte, at least as much as asked; <see cref="Advance"/> takes it.</summary>
    public Span<byte> Reserve(int count)
    {
        int end = checked(Length + count);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, _bytes.Length * 2L), Array.MaxLength));
        }

        return _bytes.AsSpan(Length);
    }

    /// <summary>Counts bytes that were written into the reserved room.</summary>
    public void Advance(int count) => Length += count;
}
