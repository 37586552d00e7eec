using System.Xml.Linq;
using NUnit.Framework;

namespace Search.House.Tests;

/// <summary>The arrows between the projects of src/, read off the project files.</summary>
public sealed class ProjectArrowsTests
{
    /// <summary>Projects from left to right in docs/ARCHITECTURE.md; an arrow points to the right.</summary>
    private static readonly string[] LeftToRight =
    [
        "Search.Cli", "Search.Service", "Search.Passages", "Search.Corpus", "Search.Engine", "Search.Queries",
        "Search.Text",
    ];

    private static IEnumerable<string> Projects => SourceTree.Files("src", "*.csproj");

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_only_projects_to_its_right(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        int place = Array.IndexOf(LeftToRight, name);

        Assert.That(place, Is.GreaterThanOrEqualTo(0), "a project that ARCHITECTURE.md does not place");
        Assert.That(
            References(path, "ProjectReference").Select(Path.GetFileNameWithoutExtension),
            Has.All.Matches<string>(target => Array.IndexOf(LeftToRight, target) > place));
    }

    [TestCase("Search.Text")]
    [TestCase("Search.Queries")]
    public void The_leaves_reference_no_project_and_no_package(string name)
    {
        string path = $"src/{name}/{name}.csproj";

        Assert.That(References(path, "ProjectReference").Concat(References(path, "PackageReference")), Is.Empty);
    }

    [Test]
    public void The_engine_references_no_package() =>
        Assert.That(References("src/Search.Engine/Search.Engine.csproj", "PackageReference"), Is.Empty);

    [Test]
    public void Every_central_package_version_is_used()
    {
        var used = SourceTree.Files(".", "*.csproj").Concat(["tests/Directory.Build.props"])
            .SelectMany(path => References(path, "PackageReference")).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> unused = XDocument.Parse(SourceTree.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Where(version => version.Attribute("Pins") is null)
            .Select(version => (string)version.Attribute("Include")!)
            .Where(package => !used.Contains(package));

        Assert.That(unused, Is.Empty, "a version that no project asks for");
    }

    private static IEnumerable<string> References(string path, string kind) =>
        XDocument.Parse(SourceTree.Read(path)).Descendants(kind)
            .Select(reference => ((string)reference.Attribute("Include")!).Replace('\\', '/'));
}
