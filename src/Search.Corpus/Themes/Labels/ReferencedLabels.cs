using System.Security.Cryptography;
using System.Text;

namespace Search.Corpus.Themes.Labels;

/// <summary>
/// Labels without texts, for paragraphs that may be read but not given away: a CSV file with the columns
/// <c>digest,document,themes</c>. The texts are looked up, by their digests, in a collection that the reader has.
/// </summary>
public sealed class ReferencedLabels
{
    private const int DigestLength = 12;

    private readonly Dictionary<string, (string Document, string[] Themes)> _labels;
    private readonly Dictionary<string, LabelledParagraph> _found = new(StringComparer.Ordinal);

    private ReferencedLabels(Dictionary<string, (string Document, string[] Themes)> labels) => _labels = labels;

    /// <summary>The paragraphs whose texts were found, by digest.</summary>
    public IReadOnlyList<LabelledParagraph> Found =>
        [.. _found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Number of labels whose texts were not found yet.</summary>
    public int Missing => _labels.Count - _found.Count;

    /// <summary>Reads the labels; no text is known yet.</summary>
    /// <exception cref="ThemeSchemeException">A line is no such label.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReferencedLabels Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Dictionary<string, (string Document, string[] Themes)> labels = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] cells = line.Split(',');
            if (number == 1 || line.Length == 0)
            {
                continue;
            }

            if (cells.Length < 3 || cells[0].Length != DigestLength || !cells[0].All(char.IsAsciiHexDigit))
            {
                throw new ThemeSchemeException(
                    path, number, "'digest,document,themes' was expected, the digest of 12 hexadecimal digits.");
            }

            labels[cells[0]] = (
                string.Join(',', cells[1..^1]), cells[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return new ReferencedLabels(labels);
    }

    /// <summary>The digest of a paragraph: the first digits of the SHA-256 of its text in UTF-8.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];

    /// <summary>Offers a text; it is kept where there is a label for it.</summary>
    /// <param name="text">The paragraph's text.</param>
    /// <param name="title">Title of its document.</param>
    public void Offer(string text, string title)
    {
        ArgumentNullException.ThrowIfNull(text);
        string digest = Digest(text);
        if (_labels.TryGetValue(digest, out (string Document, string[] Themes) label))
        {
            _found.TryAdd(
                digest,
                new LabelledParagraph(digest, text, title, label.Themes) { Document = label.Document, Kind = "read" });
        }
    }
}
