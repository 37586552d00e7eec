using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Search.House.Tests;

/// <summary>Links in the project's own documents lead somewhere.</summary>
public sealed partial class DocumentLinksTests
{
    private static IEnumerable<string> Documents =>
        SourceTree.Files("docs", "*.md").Concat(["README.md", "index/README.md", "corpus/README.md"])
            .Where(path => File.Exists(Path.Combine(SourceTree.Root, path)));

    [TestCaseSource(nameof(Documents))]
    public void A_relative_link_leads_to_a_file(string path)
    {
        string folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, path))!;
        IEnumerable<string> dead = Link().Matches(SourceTree.Read(path))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.That(dead, Is.Empty);
    }

    [TestCaseSource(nameof(Documents))]
    public void A_path_of_the_source_that_a_document_names_exists(string path)
    {
        IEnumerable<string> dead = SourcePath().Matches(SourceTree.Read(path))
            .Select(match => match.Groups[1].Value.TrimEnd('/', '.'))
            .Where(target => !Path.Exists(Path.Combine(SourceTree.Root, target)));

        Assert.That(dead, Is.Empty);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|bench|docs)/[\w./-]+)`")]
    private static partial Regex SourcePath();
}
