using System.Text;
using Search.Text.Analysis;

namespace Search.Bench.Inputs;

/// <summary>
/// Passages made ready for all engines alike: one file of tokens joined by single blanks and one of raw texts, a line a
/// passage, shuffled with a fixed seed. Engines split the first at blanks and so index the very same tokens.
/// </summary>
/// <param name="TokensPath">File of tokens.</param>
/// <param name="RawPath">File of raw texts.</param>
/// <param name="Count">Number of passages.</param>
internal sealed record PreparedPassages(string TokensPath, string RawPath, int Count)
{
    private const int Seed = 20190731;

    /// <summary>Reads, shuffles, tokenizes and writes.</summary>
    /// <param name="source">A file or folder of passages.</param>
    /// <param name="folder">Where the two files go.</param>
    /// <param name="keepsStopWords">Whether stop words stay.</param>
    /// <param name="limit">Most passages, taken after shuffling.</param>
    /// <param name="analyzer">Makes the tokens; their exact forms are used.</param>
    public static PreparedPassages Write(
        string source, string folder, bool keepsStopWords, int limit, Analyzer analyzer)
    {
        byte[][] texts = [.. PassageFiles.ReadTexts(source)];
        new Random(Seed).Shuffle(texts);
        int count = Math.Min(limit, texts.Length);
        string tokensPath = Path.Combine(folder, "tokens.txt");
        string rawPath = Path.Combine(folder, "raw.txt");
        using FileStream tokens = File.Create(tokensPath, 1 << 20);
        using FileStream raw = File.Create(rawPath, 1 << 20);
        var buffer = new TokenBuffer();
        foreach (byte[] text in texts.AsSpan(0, count))
        {
            analyzer.Analyze(Encoding.UTF8.GetString(text), buffer);
            WriteTokens(tokens, buffer, keepsStopWords);
            raw.Write(text);
            raw.WriteByte((byte)'\n');
        }

        return new PreparedPassages(tokensPath, rawPath, count);
    }

    private static void WriteTokens(FileStream file, TokenBuffer buffer, bool keepsStopWords)
    {
        bool isFirst = true;
        for (int i = 0; i < buffer.Count; i++)
        {
            ReadOnlySpan<byte> word = buffer.Exact(i);
            if (!keepsStopWords && StopWords.Contains(word))
            {
                continue;
            }

            if (!isFirst)
            {
                file.WriteByte((byte)' ');
            }

            file.Write(word);
            isFirst = false;
        }

        file.WriteByte((byte)'\n');
    }
}
