using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Engine.Codecs;

namespace Search.Engine.Segments.Terms;

/// <summary>
/// Walks a dictionary on disk. A block is copied when the cursor comes to it, and its terms are decoded one by one; the
/// entries, which lie behind the terms, only when one of them is asked for, so that a scan over terms that do not match
/// costs no more than their bytes.
/// </summary>
internal sealed class DictionaryCursor(TermDictionary dictionary) : TermCursor
{
    /// <summary>Most blocks have room in as many.</summary>
    private const int LeastBytes = 1024;

    private byte[] _bytes = [];
    private int _length;
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _block = -1;
    private int _index;
    private int _inBlock;
    private int _at;
    private int _termsEnd;

    // How far the entries of the block have been decoded, and what the last one said.
    private int _entryIndex;
    private int _entryAt;
    private TermEntry _entry;
    private long _postingsOffset;
    private long _positionsOffset;

    // The terms whose letters pass: those of the current run that were not come to yet, and where they end.
    private LetterFilter _filter;
    private ulong _passed;
    private int _run;
    private int _lettersEnd;

    /// <summary>Place of the current term among all of the field.</summary>
    public int Ordinal => (_block * TermDictionaryWriter.BlockSize) + _index;

    /// <summary>The letters that are kept of the current term; null where none are.</summary>
    public uint? Letters => HasLetters ? dictionary.Letters[Ordinal] : null;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <inheritdoc/>
    public override TermEntry Entry
    {
        get
        {
            ReadOnlySpan<byte> block = _bytes.AsSpan(0, _length);
            if (_index < _entryIndex)
            {
                ResetEntries();
            }

            while (_entryIndex < _index)
            {
                _entryIndex++;
                ReadEntry(block);
            }

            return _entry;
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (_index + 1 < _inBlock)
        {
            _index++;
            ReadTerm();
            return true;
        }

        return _block + 1 < dictionary.BlockCount ? EnterBlock(_block + 1) : End();
    }

    /// <inheritdoc/>
    public override bool Seek(ReadOnlySpan<byte> target)
    {
        int block = dictionary.FindBlock(target);
        if (dictionary.BlockCount == 0)
        {
            return End();
        }

        EnterBlock(Math.Max(block, 0));
        while (Term.SequenceCompareTo(target) < 0)
        {
            if (!MoveNext())
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool HasLetters => dictionary.HasLetters;

    /// <inheritdoc/>
    public override bool SeekLetters(ReadOnlySpan<byte> prefix, in LetterFilter filter)
    {
        if (!HasLetters)
        {
            return Seek(prefix);
        }

        // Whole blocks: where within them the prefix begins and ends is for the caller to see.
        (int firstBlock, int lastBlock) = dictionary.FindBlocks(prefix);
        int first = firstBlock * TermDictionaryWriter.BlockSize;
        _filter = filter;
        _lettersEnd = (int)Math.Min(dictionary.Count, (lastBlock + 1L) * TermDictionaryWriter.BlockSize);
        _run = first & -LetterScan.RunLength;
        _run = LetterScan.Find(dictionary.Letters[.._lettersEnd], _run, filter, out _passed);
        _passed &= _run < first ? ulong.MaxValue << (first - _run) : ulong.MaxValue;
        return MoveNextLetters();
    }

    /// <inheritdoc/>
    public override bool MoveNextLetters()
    {
        if (!HasLetters)
        {
            return MoveNext();
        }

        if (_passed == 0)
        {
            int next = _run + LetterScan.RunLength;
            if (next >= _lettersEnd)
            {
                return End();
            }

            _run = LetterScan.Find(dictionary.Letters[.._lettersEnd], next, _filter, out _passed);
            if (_passed == 0)
            {
                return End();
            }
        }

        int ordinal = _run + BitOperations.TrailingZeroCount(_passed);
        _passed &= _passed - 1;
        MoveTo(ordinal);
        return true;
    }

    /// <inheritdoc/>
    public override bool MovePast(int length, ReadOnlySpan<byte> target, out int shared)
    {
        if (SkipInBlock(length, out shared))
        {
            return true;
        }

        byte[] before = Term.ToArray();
        int block = _block + 1;
        bool isFar = block + 1 < dictionary.BlockCount
            && !target.IsEmpty
            && dictionary.Key(block + 1).SequenceCompareTo(target) <= 0;
        if (isFar ? !Seek(target) : block >= dictionary.BlockCount ? !End() : !EnterBlock(block))
        {
            return false;
        }

        shared = Term.CommonPrefixLength(before);
        return length > before.Length || shared < length || MovePast(length, target, out shared);
    }

    /// <summary>Moves to the term of an ordinal, 0 to the number of terms less one.</summary>
    public void MoveTo(int ordinal)
    {
        int block = ordinal / TermDictionaryWriter.BlockSize;
        int index = ordinal % TermDictionaryWriter.BlockSize;
        if (block != _block || index < _index)
        {
            EnterBlock(block);
        }

        while (_index < index)
        {
            _index++;
            ReadTerm();
        }
    }

    private bool End()
    {
        _block = dictionary.BlockCount;
        (_index, _inBlock, _termLength) = (0, 0, 0);
        return false;
    }

    private bool EnterBlock(int block)
    {
        ReadOnlySpan<byte> bytes = dictionary.Block(block);
        if (_bytes.Length < bytes.Length)
        {
            _bytes = new byte[Math.Max(LeastBytes, bytes.Length * 5 / 4)];
        }

        bytes.CopyTo(_bytes);
        _length = bytes.Length;
        _block = block;
        _index = 0;
        _termLength = 0;
        _inBlock = Math.Min(
            TermDictionaryWriter.BlockSize, dictionary.Count - (block * TermDictionaryWriter.BlockSize));
        _at = 0;
        try
        {
            int length = VarInt.ReadInt(bytes, ref _at);
            _termsEnd = length <= bytes.Length - _at
                ? _at + length
                : throw dictionary.CorruptBlock(_block, $"{length} bytes of terms in {bytes.Length}");
        }
        catch (InvalidDataException exception)
        {
            throw dictionary.CorruptBlock(_block, exception.Message);
        }

        ResetEntries();
        ReadTerm();
        return true;
    }

    /// <summary>Steps over the terms of the block that begin as the current one does, without reading them.</summary>
    private bool SkipInBlock(int length, out int shared)
    {
        shared = 0;
        while (_index + 1 < _inBlock)
        {
            _index++;
            int at = _at;
            (int common, int added) = ReadLengths(ref at);
            if (length > _termLength || common < length)
            {
                // Terms that were stepped over share more with the current one than this term does.
                ReadTerm();
                shared = common;
                return true;
            }

            _at = added <= _termsEnd - at
                ? at + added
                : throw dictionary.CorruptBlock(_block, $"term {_index} adds {added} bytes");
        }

        return false;
    }

    private void ReadTerm()
    {
        byte[] block = _bytes;
        int at = _at;
        (int shared, int length) = ReadLengths(ref at);
        if (shared > _termLength || length > _termsEnd - at)
        {
            throw dictionary.CorruptBlock(_block, $"term {_index} shares {shared} bytes and adds {length}");
        }

        if (shared + length > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(shared + length, _term.Length * 2));
        }

        block.AsSpan(at, length).CopyTo(_term.AsSpan(shared));
        _termLength = shared + length;
        _at = at + length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Shared, int Length) ReadLengths(ref int at)
    {
        byte[] block = _bytes;
        if (at + 1 < _termsEnd && (block[at] | block[at + 1]) < 0x80)
        {
            at += 2;
            return (block[at - 2], block[at - 1]);
        }

        return ReadLongLengths(ref at);
    }

    /// <summary>Reads lengths that do not take one byte each.</summary>
    private (int Shared, int Length) ReadLongLengths(ref int at)
    {
        try
        {
            ReadOnlySpan<byte> terms = _bytes.AsSpan(0, _termsEnd);
            int shared = VarInt.ReadInt(terms, ref at);
            return (shared, VarInt.ReadInt(terms, ref at));
        }
        catch (InvalidDataException exception)
        {
            throw dictionary.CorruptBlock(_block, exception.Message);
        }
    }

    private void ResetEntries()
    {
        _entryIndex = -1;
        _entryAt = _termsEnd;
        (_postingsOffset, _positionsOffset) = (0, 0);
    }

    private void ReadEntry(ReadOnlySpan<byte> block)
    {
        try
        {
            int docFrequency = VarInt.ReadInt(block, ref _entryAt);
            long total = docFrequency;
            if (dictionary.HasPositions)
            {
                total += (long)VarInt.Read(block, ref _entryAt);
            }

            long postings = (long)VarInt.Read(block, ref _entryAt);
            if (docFrequency > 1)
            {
                postings = _postingsOffset += postings;
            }

            long positions = 0;
            if (dictionary.HasPositions)
            {
                positions = (long)VarInt.Read(block, ref _entryAt);
                if (total > 1)
                {
                    positions = _positionsOffset += positions;
                }
            }

            _entry = new TermEntry(docFrequency, total, postings, positions);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException)
        {
            throw dictionary.CorruptBlock(_block, exception.Message);
        }
    }
}
