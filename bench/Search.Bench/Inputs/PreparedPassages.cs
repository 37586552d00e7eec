using System.Globalization;
using System.Text;
using Search.Text.Analysis;

namespace Search.Bench.Inputs;

/// <summary>
/// Passages made ready for all engines alike, shuffled with a fixed seed: a file of tokens joined by single blanks, one
/// of raw texts, and one of <c>DOCUMENT TAB YEAR TAB TITLE</c>, a line a passage. Engines split the first at blanks and
/// so index the very same tokens.
/// </summary>
/// <param name="Folder">Where the three files lie.</param>
/// <param name="Count">Number of passages.</param>
internal sealed record PreparedPassages(string Folder, int Count)
{
    private const int Seed = 20190731;

    /// <summary>File of tokens.</summary>
    public string TokensPath => Path.Combine(Folder, "tokens.txt");

    /// <summary>File of raw texts.</summary>
    public string RawPath => Path.Combine(Folder, "raw.txt");

    /// <summary>File of documents, years and titles.</summary>
    public string AboutPath => Path.Combine(Folder, "about.tsv");

    /// <summary>Reads, shuffles, tokenizes and writes.</summary>
    /// <param name="source">A file or folder of passages.</param>
    /// <param name="folder">Where the files go; made where it is missing.</param>
    /// <param name="keepsStopWords">Whether stop words stay.</param>
    /// <param name="limit">Most passages, taken after shuffling.</param>
    /// <param name="analyzer">Makes the tokens; their exact forms are used.</param>
    public static PreparedPassages Write(
        string source, string folder, bool keepsStopWords, int limit, Analyzer analyzer)
    {
        Passage[] all = [.. PassageFiles.Read(source)];
        new Random(Seed).Shuffle(all);
        _ = Directory.CreateDirectory(folder);
        var prepared = new PreparedPassages(folder, Math.Min(limit, all.Length));
        using FileStream tokens = File.Create(prepared.TokensPath, 1 << 20);
        using FileStream raw = File.Create(prepared.RawPath, 1 << 20);
        using StreamWriter about = File.CreateText(prepared.AboutPath);
        var buffer = new TokenBuffer();
        foreach (Passage passage in all.AsSpan(0, prepared.Count))
        {
            analyzer.Analyze(Encoding.UTF8.GetString(passage.Text), buffer);
            WriteTokens(tokens, buffer, keepsStopWords);
            raw.Write(passage.Text);
            raw.WriteByte((byte)'\n');
            string year = passage.Year.ToString(CultureInfo.InvariantCulture);
            about.WriteLine($"{passage.Document}\t{year}\t{passage.Title}");
        }

        return prepared;
    }

    /// <summary>Copies the first passages into another folder.</summary>
    public PreparedPassages Take(int count, string folder)
    {
        _ = Directory.CreateDirectory(folder);
        var part = new PreparedPassages(folder, Math.Min(count, Count));
        File.WriteAllLines(part.TokensPath, File.ReadLines(TokensPath).Take(part.Count));
        File.WriteAllLines(part.RawPath, File.ReadLines(RawPath).Take(part.Count));
        File.WriteAllLines(part.AboutPath, File.ReadLines(AboutPath).Take(part.Count));
        return part;
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
