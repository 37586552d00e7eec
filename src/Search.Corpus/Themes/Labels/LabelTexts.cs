using System.IO.Compression;
using System.Text.Json;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Themes.Labels;

/// <summary>
/// Finds the texts of labels without texts: in the documents of a folder, split as for the index, and in files
/// <c>.jsonl</c> and <c>.jsonl.gz</c> of passages, a JSON object with <c>text</c> and <c>title</c> a line.
/// </summary>
public static class LabelTexts
{
    /// <summary>Offers every paragraph below a folder.</summary>
    /// <exception cref="IOException">The folder, or a file of passages, cannot be read.</exception>
    public static async Task FindAsync(
        ReferencedLabels labels, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (string file in Directory.GetFiles(folder, "*.jsonl*").Order(StringComparer.Ordinal))
        {
            await PassagesAsync(labels, file, cancellationToken).ConfigureAwait(false);
        }

        CorpusFolder corpus = CorpusFolder.Open(folder);
        var reader = new DocumentReader(corpus);
        foreach (CorpusFile file in corpus.Enumerate())
        {
            ReadResult result = await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false);
            foreach (Paragraph paragraph in result.Document?.Paragraphs ?? [])
            {
                labels.Offer(paragraph.Text, result.Document!.Metadata.Title.Value); // its paragraphs were found
            }
        }
    }

    private static async Task PassagesAsync(ReferencedLabels labels, string file, CancellationToken cancellationToken)
    {
        using FileStream bytes = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(bytes, CompressionMode.Decompress)
            : bytes;
        using var lines = new StreamReader(plain);
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is string line)
        {
            if (line.Length == 0 || line[0] != '{')
            {
                continue;
            }

            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("text", out JsonElement text) && text.GetString() is string found)
            {
                bool hasTitle = json.RootElement.TryGetProperty("title", out JsonElement title);
                labels.Offer(found, hasTitle ? title.GetString() ?? "" : "");
            }
        }
    }
}
