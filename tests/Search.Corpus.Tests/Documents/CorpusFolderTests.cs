using NUnit.Framework;
using Search.Corpus.Documents;

namespace Search.Corpus.Tests.Documents;

public sealed class CorpusFolderTests
{
    [Test]
    public void Files_are_listed_ordinally_without_the_folders_own_and_hidden_ones()
    {
        using TestFolder folder = new();
        string[] files =
        [
            "b.md", "A.md", "sub/c.txt", "sub/README.md", "README.md", "manifest.csv", "themes.yaml", "synonyms.txt",
            "overrides.csv", "training/x.md", ".hidden/x.md", ".x.md", "b.md.yaml", "A.yaml", "sub/manifest.csv",
        ];
        foreach (string file in files)
        {
            folder.Write(file, "text");
        }

        Assert.That(Paths(folder), Is.EqualTo(["A.md", "b.md", "sub/README.md", "sub/c.txt"]));
    }

    [Test]
    public void Patterns_of_searchignore_leave_files_and_folders_out()
    {
        using TestFolder folder = new();
        folder.Write(".searchignore", "# drafts\n*.tmp\ndrafts/\n/top.md\n**/old/*.md\n!keep.tmp\n");
        foreach (string file in (string[])["a.tmp", "keep.tmp", "drafts/x.md", "top.md", "x/top.md", "x/old/y.md"])
        {
            folder.Write(file, "text");
        }

        Assert.That(Paths(folder), Is.EqualTo(["keep.tmp", "x/top.md"]));
    }

    [Test]
    public void A_link_out_of_the_folder_and_an_odd_name_are_failures_and_stop_nothing()
    {
        using TestFolder folder = new();
        using TestFolder outside = new();
        string secret = outside.Write("secret.md", "secret");
        folder.Write("good.md", "text");
        folder.Write("new\nline.md", "text");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), secret);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "out"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "inside.md"), Path.Combine(folder.Path, "good.md"));

        CorpusListing listing = CorpusFolder.Open(folder.Path).List();

        Assert.Multiple(() =>
        {
            Assert.That(listing.Files.Select(file => file.RelativePath), Is.EqualTo(["good.md", "inside.md"]));
            Assert.That(listing.Failures.Select(failure => (failure.Path, failure.Code)), Is.EquivalentTo(new[]
            {
                ("link.md", "outside-folder"), ("out", "outside-folder"), ("loop", "outside-folder"),
                ("new\\u000aline.md", "bad-name"),
            }));
        });
    }

    [Test]
    public void A_missing_folder_is_refused()
    {
        Assert.That(() => CorpusFolder.Open("/no/such/folder"), Throws.InstanceOf<DirectoryNotFoundException>());
    }

    [Test]
    public async Task Metadata_comes_from_manifest_then_sidecar_then_front_matter_then_the_text()
    {
        using TestFolder folder = new();
        folder.Write("manifest.csv", "path,title,date\nsub/a.md,\"From, manifest\",2019-07\n");
        folder.Write("sub/a.yaml", "title: From sidecar\nissuer: A ministry\n");
        folder.Write("sub/a.md",
            "---\ntitle: From front matter\nissuer: X\ntype: statement\n---\n# Heading\n\nOne text, of 2001.\n");

        SourceDocument document = await ReadOneAsync(folder);

        Assert.Multiple(() =>
        {
            Assert.That(document.Metadata.Title,
                Is.EqualTo(new Attributed<string>("From, manifest", MetadataOrigin.Manifest)));
            Assert.That(document.Metadata.Date?.Value.Text, Is.EqualTo("2019-07"));
            Assert.That(document.Metadata.Issuer,
                Is.EqualTo(new Attributed<string>("A ministry", MetadataOrigin.Sidecar)));
            Assert.That(document.Metadata.Type,
                Is.EqualTo(new Attributed<string>("statement", MetadataOrigin.FrontMatter)));
            Assert.That(document.Metadata.Licence, Is.Null);
        });
    }

    [Test]
    public void A_bad_line_of_the_manifest_is_a_warning_and_the_others_hold()
    {
        using TestFolder folder = new();
        folder.Write("a.md", "text");
        folder.Write("b.md", "text");
        folder.Write("manifest.csv", "path,title,date\n,no path,\nb.md,\"open quote,2019\na.md,Good,\nnone.md,Gone,\n");

        CorpusListing listing = CorpusFolder.Open(folder.Path).List();

        Assert.Multiple(() =>
        {
            Assert.That(listing.Warnings, Has.Some.Contains("names no path"));
            Assert.That(listing.Warnings, Has.Some.Contains("'none.md'"));
            Assert.That(listing.Files.Single(file => file.RelativePath == "a.md").MetadataStamp, Is.Not.Empty);
        });
    }

    [Test]
    public void A_changed_manifest_line_changes_the_stamp_of_its_file_alone()
    {
        using TestFolder folder = new();
        folder.Write("a.md", "text");
        folder.Write("b.md", "text");
        folder.Write("manifest.csv", "path,title\na.md,One\nb.md,Two\n");
        CorpusFolder corpus = CorpusFolder.Open(folder.Path);
        IReadOnlyList<CorpusFile> before = corpus.Enumerate();
        folder.Write("manifest.csv", "path,title\na.md,Changed\nb.md,Two\n");

        IReadOnlyList<CorpusFile> after = corpus.Enumerate();

        Assert.Multiple(() =>
        {
            Assert.That(after[0].MetadataStamp, Is.Not.EqualTo(before[0].MetadataStamp));
            Assert.That(after[1].MetadataStamp, Is.EqualTo(before[1].MetadataStamp));
        });
    }

    private static IEnumerable<string> Paths(TestFolder folder) =>
        CorpusFolder.Open(folder.Path).Enumerate().Select(file => file.RelativePath);

    private static async Task<SourceDocument> ReadOneAsync(TestFolder folder)
    {
        CorpusFolder corpus = CorpusFolder.Open(folder.Path);
        ReadResult result = await new DocumentReader(corpus).ReadAsync(corpus.Enumerate().Single());
        Assert.That(result.Failure, Is.Null);
        return result.Document ?? throw new InvalidOperationException();
    }
}
