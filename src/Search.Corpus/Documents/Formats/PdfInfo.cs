using System.Text.RegularExpressions;
using Search.Corpus.Documents.Metadata;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// What a PDF says of itself, by poppler's <c>pdfinfo</c>. Programs fill these in without asking anybody, so a title is
/// taken only where it looks like one: no file's name, no name of a program or a template.
/// </summary>
internal static partial class PdfInfo
{
    private const int LongestTitle = 300;
    private const int FewestLetters = 8;

    /// <summary>Reads; null where there is nothing worth having, or no tool.</summary>
    public static MetadataValues? Read(FileContent file)
    {
        if (file.Options.PdfInfoTool.Length == 0)
        {
            return null;
        }

        using ToolProcess? process = ToolProcess.Start(
            file.Options.PdfInfoTool,
            ["-isodates", "-enc", "UTF-8", file.Path],
            file.Options.MaxToolMemoryBytes,
            file.Cancellation);
        if (process is null)
        {
            return null;
        }

        string? title = null;
        string? created = null;
        while (process.Output.ReadLine() is string line)
        {
            title ??= ValueOf(line, "Title:");
            created ??= ValueOf(line, "CreationDate:");
        }

        file.Cancellation.ThrowIfCancellationRequested();
        return Values(title, created);
    }

    /// <summary>What is worth having of a title and a date; null for nothing.</summary>
    internal static MetadataValues? Values(string? title, string? created)
    {
        title = title is not null && IsTitle(title) ? title : null;
        string? date = created is { Length: >= 10 } && Day().IsMatch(created) ? created[..10] : null;
        return title is null && date is null ? null : new MetadataValues { Title = title, Date = date };
    }

    private static string? ValueOf(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && line[name.Length..].Trim() is { Length: > 0 } value
            ? value
            : null;

    private static bool IsTitle(string title) =>
        title.Length <= LongestTitle && title.Contains(' ', StringComparison.Ordinal)
        && title.Count(char.IsLetter) >= FewestLetters && !title.Contains('\uFFFD', StringComparison.Ordinal)
        && !Nonsense().IsMatch(title);

    [GeneratedRegex("^(?:19[89]|20[0-9])[0-9]-[01][0-9]-[0-3][0-9]")]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?:microsoft (?:word|powerpoint|excel|office)|untitled|document ?[0-9]|slide ?[0-9]|page ?[0-9]|print|"
            + @"scan(?:ned)?\b|layout ?[0-9]|template\b|powerpoint presentation|word document|new document|title|"
            + @"no title|sans titre|sin título|first |draft\b|doc\b|pdf\b|copy of|insert |\[)"
            + @"|\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?|xlsx?|pub|wpd|pmd|ai|tex|dvi|txt|html?|p65)\b"
            + @"|[\\/][^ ]*[\\/]|_[^ ]*_|^[^ ]{25,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nonsense();
}
