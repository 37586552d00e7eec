using NUnit.Framework;
using Search.Service.Reindexing;

namespace Search.Service.Tests.Reindexing;

public sealed class FolderPrintTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("print-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_print_changes_with_every_change_of_a_file_and_only_then()
    {
        HashSet<string> seen = [Print()];
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "one");
        Assert.That(seen.Add(Print()), "added");
        Assert.That(seen.Add(Print()), Is.False, "nothing happened");
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "other");
        Assert.That(seen.Add(Print()), "written");
        Directory.CreateDirectory(Path.Combine(_folder, "deep"));
        File.Move(Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "deep", "a.txt"));
        Assert.That(seen.Add(Print()), "moved");
        File.Delete(Path.Combine(_folder, "deep", "a.txt"));
        Assert.That(seen.Add(Print()), Is.False, "empty again");
    }

    [Test]
    public void What_is_written_into_the_index_does_not_count()
    {
        string before = Print();
        Directory.CreateDirectory(Path.Combine(_folder, "index"));
        File.WriteAllText(Path.Combine(_folder, "index", "segment"), "x");
        Assert.That(Print(), Is.EqualTo(before));
    }

    [Test]
    public void A_missing_folder_has_the_print_of_an_empty_one() =>
        Assert.That(FolderPrint.Take(Path.Combine(_folder, "none"), "x"), Is.EqualTo(Print()));

    private string Print() => FolderPrint.Take(_folder, Path.Combine(_folder, "index"));
}
