using System.Globalization;
using Search.Bench.Inputs;
using Search.Passages;

namespace Search.Bench.Serving;

/// <summary>A folder of documents made of passages, and the product's index of it.</summary>
/// <param name="Corpus">The folder.</param>
/// <param name="Index">Folder of the index.</param>
internal sealed record ServedCorpus(string Corpus, string Index)
{
    /// <summary>Most passages of one document; passages without a document make documents of this many.</summary>
    private const int MostPassages = 200;

    /// <summary>How the index is opened.</summary>
    public PassageIndexOptions Options => new() { Corpus = Corpus, Index = Index };

    /// <summary>Writes passages that follow each other in one document as a file of paragraphs.</summary>
    /// <param name="passages">File or folder of passages.</param>
    /// <param name="limit">Most passages.</param>
    /// <returns>Passages written.</returns>
    public int Write(string passages, int limit)
    {
        _ = Directory.CreateDirectory(Corpus);
        using StreamWriter manifest = File.CreateText(Path.Combine(Corpus, "manifest.csv"));
        manifest.WriteLine("path,title,date,issuer,type,language");
        StreamWriter? file = null;
        string document = "";
        int inFile = 0;
        int files = 0;
        int count = 0;
        foreach (Passage passage in PassageFiles.Read(passages).Take(limit))
        {
            if (file is null || inFile == MostPassages || passage.Document != document)
            {
                file?.Dispose();
                string path = string.Create(CultureInfo.InvariantCulture, $"{files / 1000:D3}/d{files:D6}.txt");
                _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Corpus, path)) ?? Corpus);
                file = File.CreateText(Path.Combine(Corpus, path));
                manifest.WriteLine(Row(path, passage, files));
                document = passage.Document;
                inFile = 0;
                files++;
            }

            file.WriteLine(System.Text.Encoding.UTF8.GetString(passage.Text));
            file.WriteLine();
            inFile++;
            count++;
        }

        file?.Dispose();
        return count;
    }

    private static string Row(string path, Passage passage, int number)
    {
        string title = passage.Title.Replace("\"", "\"\"", StringComparison.Ordinal);
        string date = passage.Year is > 0 and < 10_000
            ? string.Create(CultureInfo.InvariantCulture, $"{passage.Year:D4}")
            : "";
        return $"{path},\"{title}\",{date},{Labels.IssuerOf(number)},report,en";
    }
}
