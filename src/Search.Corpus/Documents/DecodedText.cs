using System.Text;

namespace Search.Corpus.Documents;

/// <summary>
/// Text from bytes of unknown encoding: a byte order mark decides; else UTF-8 where it is valid; else UTF-16 where
/// every other byte is mostly zero; else Windows-1252.
/// </summary>
/// <param name="Text">The text, without the mark.</param>
/// <param name="Encoding">What was taken: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>utf-32le</c>,
/// <c>windows-1252</c>.</param>
internal sealed record DecodedText(string Text, string Encoding)
{
    private const int SampleLength = 4096;

    /// <summary>Decodes.</summary>
    /// <exception cref="ReadException">The bytes are no text.</exception>
    public static DecodedText From(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return new DecodedText(System.Text.Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return new DecodedText(System.Text.Encoding.UTF32.GetString(bytes[4..]), "utf-32le");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return new DecodedText(System.Text.Encoding.Unicode.GetString(bytes[2..]), "utf-16le");
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return new DecodedText(System.Text.Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");
        }

        return WithoutMark(bytes);
    }

    private static DecodedText WithoutMark(ReadOnlySpan<byte> bytes)
    {
        (int evenZeros, int oddZeros, int controls) = Survey(bytes[..Math.Min(bytes.Length, SampleLength)]);
        int half = Math.Min(bytes.Length, SampleLength) / 2;
        if (evenZeros + oddZeros > 0)
        {
            if (oddZeros > half / 3 && evenZeros < half / 20)
            {
                return new DecodedText(System.Text.Encoding.Unicode.GetString(bytes), "utf-16le");
            }

            return evenZeros > half / 3 && oddZeros < half / 20
                ? new DecodedText(System.Text.Encoding.BigEndianUnicode.GetString(bytes), "utf-16be")
                : throw new ReadException(ReasonCodes.UnsupportedFormat, "the file is binary, not text");
        }

        if (controls > Math.Max(8, half / 10))
        {
            throw new ReadException(ReasonCodes.UnsupportedFormat, "the file is binary, not text");
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return new DecodedText(System.Text.Encoding.UTF8.GetString(bytes), "utf-8");
        }

        // A file cut in the middle of its last character is still UTF-8.
        for (int cut = 1; cut <= 3 && cut < bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]) && bytes[..^cut].ContainsAnyExceptInRange<byte>(0, 127))
            {
                return new DecodedText(System.Text.Encoding.UTF8.GetString(bytes[..^cut]), "utf-8");
            }
        }

        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(1252)
            ?? throw new InvalidOperationException("the runtime has no Windows-1252");
        return new DecodedText(western.GetString(bytes), "windows-1252");
    }

    private static (int EvenZeros, int OddZeros, int Controls) Survey(ReadOnlySpan<byte> sample)
    {
        int even = 0;
        int odd = 0;
        int controls = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                even += (i & 1) == 0 ? 1 : 0;
                odd += (i & 1);
            }
            else if (sample[i] < 32 && sample[i] is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 11 or 27))
            {
                controls++;
            }
        }

        return (even, odd, controls);
    }
}
