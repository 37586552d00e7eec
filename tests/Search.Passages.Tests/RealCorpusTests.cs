using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Passages.Indexing;
using Search.Passages.Search;

namespace Search.Passages.Tests;

/// <summary>What holds over real documents.</summary>
public sealed class RealCorpusTests
{
    [Test]
    public void The_quintet_statement_is_found_tagged_and_whole()
    {
        string data = SharedData.Path("corpus/quintet-2019");
        using var corpus = new TestCorpus();
        foreach (string path in Directory.EnumerateFiles(data))
        {
            corpus.Write("quintet-2019/" + Path.GetFileName(path), File.ReadAllText(path));
        }

        corpus.Write("manifest.csv", File.ReadAllText(SharedData.Path("corpus/manifest.csv")));
        using PassageIndex index = corpus.Indexed();
        PassageResponse found =
            index.Search(TestCorpus.Request("\"consumes valuable political and financial resources\""));
        PassageHit hit = found.Hits.Single();
        const string Begin = "\"We also support the Budapest Convention given its robust international framework\"";
        PassageHit whole = index.Search(TestCorpus.Request(Begin)).Hits.Single();

        Assert.Multiple(() =>
        {
            Assert.That(found.Total, Is.EqualTo(1));
            Assert.That(hit.Document, Is.EqualTo("quintet-2019-statement-on-international-cooperation-on-cybercrime"));
            Assert.That(hit.Themes.Single(theme => theme.Id == "new-treaty").Evidence, Is.Not.Empty);
            Assert.That(
                hit.Text[hit.Spans[0].Start..hit.Spans[^1].End],
                Is.EqualTo("consumes valuable political and financial resources"));
            Assert.That(whole.Text, Does.StartWith("We also support the Budapest Convention given its robust"));
            Assert.That(whole.Text, Does.EndWith("have not decided to accede to it."));
        });
    }

    [Test]
    public void Every_file_is_indexed_or_named_with_its_reason()
    {
        string data = SharedData.Path("corpus");
        using var corpus = new TestCorpus();
        using PassageIndex index = PassageIndex.Open(corpus.Options with
        {
            Corpus = data,
            Limits = new CorpusOptions { ReadsScans = false },
        });
        IndexRun run = TestCorpus.Reindex(index);
        IndexRun again = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That(run.Files, Is.EqualTo(398));
            Assert.That(run.Documents + run.Failures.Count, Is.EqualTo(398));
            Assert.That(
                run.Failures.Select(failure => (failure.Path, failure.Code)),
                Does.Contain(("un-general-debate-2024/ht_fr.pdf", "no-text-layer")));
            Assert.That((again.Read, again.Retagged, again.Removed), Is.EqualTo((0, 0, 0)));
            Assert.That(again.IsChanged, Is.False, "the second look came to another state of the same folder");
        });
    }
}
