using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Search.House.Tests;

/// <summary>The rules of docs/STYLE.md that no analyser checks, read off the source itself.</summary>
public sealed partial class SourceRulesTests
{
    /// <summary>Folders of the engine, lowest first: a folder may name only the folders before it.</summary>
    private static readonly string[] EngineLayers =
    [
        "Codecs", "Storage", "Schemas", "Segments", "Indexing", "Matching", "Scoring", "TopK", "Spans", "Searching",
    ];

    private static IEnumerable<string> SourceFiles => SourceTree.Files("src", "*.cs");

    private static IEnumerable<string> TestFiles => SourceTree.Files("tests", "*.cs");

    private static IEnumerable<string> EngineFiles =>
        SourceFiles.Where(path => path.StartsWith("src/Search.Engine/", StringComparison.Ordinal)
            && path.Split('/').Length > 3);

    [TestCaseSource(nameof(SourceFiles))]
    [TestCaseSource(nameof(TestFiles))]
    public void A_source_file_keeps_to_the_length_and_naming_rules(string path)
    {
        string[] lines = SourceTree.Read(path).Split('\n');
        bool isTable = path.EndsWith(".Table.cs", StringComparison.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(lines.Length, Is.LessThanOrEqualTo(isTable ? int.MaxValue : 501), "split the file");
            Assert.That(LineNumbers(lines, line => line.Length > 120), Is.Empty, "lines too long");
            Assert.That(LineNumbers(lines, line => RegionDirective().IsMatch(line)), Is.Empty, "no regions");
            Assert.That(Path.GetFileNameWithoutExtension(path), Does.Not.Match("(Manager|Helpers?|Utils?|Utility)$"));
        });
    }

    [TestCaseSource(nameof(SourceFiles))]
    public void A_source_file_declares_the_namespace_of_its_folder(string path)
    {
        string folder = string.Join('.', path.Split('/')[1..^1]);
        Match declared = NamespaceDeclaration().Match(SourceTree.Read(path));

        Assert.That(declared.Success ? declared.Groups[1].Value : folder, Is.EqualTo(folder));
    }

    [TestCaseSource(nameof(EngineFiles))]
    public void An_engine_folder_names_only_the_folders_below_it(string path)
    {
        string folder = path.Split('/')[2];
        int layer = Array.IndexOf(EngineLayers, folder);
        IEnumerable<string> above = EngineNamespace().Matches(SourceTree.Read(path))
            .Select(match => match.Groups[1].Value)
            .Where(name => Array.IndexOf(EngineLayers, name) > layer);

        Assert.Multiple(() =>
        {
            Assert.That(layer, Is.GreaterThanOrEqualTo(0), $"'{folder}' has no layer");
            Assert.That(above, Is.Empty, "an arrow points upwards");
        });
    }

    [TestCaseSource(nameof(EngineFiles))]
    public void Only_storage_touches_the_disk_in_the_engine(string path)
    {
        bool touchesDisk = DiskCall().IsMatch(SourceTree.Read(path));

        Assert.That(touchesDisk && !path.StartsWith("src/Search.Engine/Storage/", StringComparison.Ordinal), Is.False);
    }

    private static IEnumerable<int> LineNumbers(string[] lines, Func<string, bool> isOffending) =>
        lines.Index().Where(line => isOffending(line.Item)).Select(line => line.Index + 1);

    [GeneratedRegex(@"(?<![\w.])(File|Directory)\.(Copy|Create|Delete|Enum|Exists|Get|Move|Open|Read|Set|Write)")]
    private static partial Regex DiskCall();

    [GeneratedRegex(@"^\s*#\s*region")]
    private static partial Regex RegionDirective();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"Search\.Engine\.(\w+)")]
    private static partial Regex EngineNamespace();
}
