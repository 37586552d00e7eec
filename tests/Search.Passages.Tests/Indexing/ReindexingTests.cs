using NUnit.Framework;
using Search.Passages.Indexing;
using Search.Passages.Search;

namespace Search.Passages.Tests.Indexing;

/// <summary>The index keeps in step with the folder, and does no more than it has to.</summary>
public sealed class ReindexingTests
{
    [Test]
    public void The_second_run_in_a_row_does_nothing()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Open();
        IndexRun first = TestCorpus.Reindex(index);
        IndexRun second = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((first.IsChanged, first.Generation, first.Read, first.Added), Is.EqualTo((true, 1L, 4, 4)));
            Assert.That(
                (second.IsChanged, second.Generation, second.Read, second.Unchanged), Is.EqualTo((false, 1L, 0, 4)));
        });
    }

    [Test]
    public void A_touched_file_is_read_alone_and_leaves_the_generation_as_it_was()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Touch("a/report.md");
        IndexRun touched = TestCorpus.Reindex(index);
        IndexRun after = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((touched.Read, touched.Updated, touched.IsChanged), Is.EqualTo((1, 0, false)));
            Assert.That(after.Read, Is.Zero, "the new time is remembered");
        });
    }

    [Test]
    public void A_changed_file_is_read_alone_and_its_new_words_are_found()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Write("b/undated.txt", "Now it speaks of zebras.");
        IndexRun run = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((run.Read, run.Updated, run.Generation), Is.EqualTo((1, 1, 2L)));
            Assert.That(index.Search(TestCorpus.Request("zebras")).Total, Is.EqualTo(1));
            Assert.That(index.Search(TestCorpus.Request("\"undated text\"")).Total, Is.Zero);
        });
    }

    [Test]
    public void A_removed_file_takes_its_paragraphs_along()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        long before = index.Search(TestCorpus.Request(null)).Total;
        long own = index.Search(TestCorpus.Request(null, "doc=a-report")).Total;
        corpus.Delete("a/report.md");
        IndexRun run = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((run.Read, run.Removed, run.Documents), Is.EqualTo((0, 1, 3)));
            Assert.That(own, Is.EqualTo(2));
            Assert.That(index.Search(TestCorpus.Request(null)).Total, Is.EqualTo(before - own));
            Assert.That(index.Document("a-report"), Is.Null);
        });
    }

    [Test]
    public void An_added_file_is_read_alone()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Write("c/new.txt", "A new text about giraffes.");
        IndexRun run = TestCorpus.Reindex(index);

        Assert.That((run.Read, run.Added, run.Documents), Is.EqualTo((1, 1, 5)));
        Assert.That(index.Search(TestCorpus.Request("giraffes")).Hits.Single().Document, Is.EqualTo("c-new"));
    }

    [Test]
    public void A_renamed_file_has_a_new_address_and_no_old_one()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Rename("b/undated.txt", "c/moved.txt");
        IndexRun run = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((run.Added, run.Removed, run.Documents), Is.EqualTo((1, 1, 4)));
            Assert.That(index.Document("b-undated"), Is.Null);
            Assert.That(index.Document("c-moved")!.Passages, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_changed_manifest_changes_the_facts_of_the_files_it_speaks_of_alone()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Write(
            "manifest.csv",
            "path,title,date,issuer,type,language\nb/undated.txt,Told,2020-05-05,Atlantis,letter,en\n");
        IndexRun run = TestCorpus.Reindex(index);
        PassageHit hit = index.Search(TestCorpus.Request("ransomware", "issuer=atlantis")).Hits.Single();

        Assert.That((run.Read, run.Updated), Is.EqualTo((1, 1)));
        Assert.That((hit.Title, hit.Date, hit.Issuer), Is.EqualTo(("Told", "2020-05-05", "Atlantis")));
    }

    [Test]
    public void A_file_that_cannot_be_read_is_listed_with_its_reason_and_stops_nothing()
    {
        using TestCorpus corpus = TestCorpus.Small();
        corpus.Write("broken.docx", "PK no archive at all");
        corpus.Write("empty.txt", "");
        using PassageIndex index = corpus.Open();
        IndexRun run = TestCorpus.Reindex(index);
        IndexRun again = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That(run.Failures.Select(failure => failure.Path), Is.EqualTo(["broken.docx", "empty.txt"]));
            Assert.That(run.Failures.Select(failure => failure.Reason), Has.All.Not.Empty);
            Assert.That(run.Documents, Is.EqualTo(4));
            Assert.That((again.Read, again.IsChanged), Is.EqualTo((0, false)));
            Assert.That(again.Failures, Is.EqualTo(run.Failures));
            Assert.That(index.Status().Failures, Is.EqualTo(run.Failures));
            Assert.That(
                index.Files().Where(file => !file.IsIndexed).Select(file => file.Code), Has.All.Not.Null);
        });
    }

    [Test]
    public void A_rebuild_reads_everything_and_gives_the_same_answers()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        PassageResponse before = index.Search(TestCorpus.Request("ransomware"));
        IndexRun run = index.RebuildAsync().GetAwaiter().GetResult();
        PassageResponse after = index.Search(TestCorpus.Request("ransomware"));

        Assert.Multiple(() =>
        {
            Assert.That((run.Read, run.Generation), Is.EqualTo((4, 2L)));
            Assert.That(after.Hits.Select(hit => hit.Id), Is.EqualTo(before.Hits.Select(hit => hit.Id)));
            Assert.That(after.Hits.Select(hit => hit.Score), Is.EqualTo(before.Hits.Select(hit => hit.Score)));
        });
    }

    [Test]
    public void Two_indexes_of_one_folder_are_equal_byte_by_byte()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using (corpus.Indexed())
        {
        }

        Dictionary<string, byte[]> first = Files(corpus.Index);
        Directory.Delete(corpus.Index, recursive: true);
        using (corpus.Indexed())
        {
        }

        Dictionary<string, byte[]> second = Files(corpus.Index);
        Assert.That(second.Keys, Is.EquivalentTo(first.Keys));
        Assert.That(second.Keys.Where(name => !second[name].AsSpan().SequenceEqual(first[name])), Is.Empty);
    }

    [Test]
    public void A_cancelled_run_leaves_the_last_generation_whole()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        corpus.Write("c/new.txt", "A new text about giraffes.");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.That(
            async () => await index.ReindexAsync(null, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(index.Generation, Is.EqualTo(1));
        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        Assert.That(TestCorpus.Reindex(index).Added, Is.EqualTo(1));
    }

    [Test]
    public void A_second_run_at_the_same_time_is_refused()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Open();
        using PassageIndex other = corpus.Open();
        Exception? refused = null;
        var progress = new Call(() => refused ??= Assert.Catch(() => TestCorpus.Reindex(other)));
        _ = index.ReindexAsync(progress).GetAwaiter().GetResult();

        Assert.That(refused, Is.InstanceOf<ReindexRunningException>());
    }

    [Test]
    public void A_folder_that_is_missing_is_an_error_and_not_an_empty_corpus()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        Directory.Delete(corpus.Corpus, recursive: true);

        Assert.That(async () => await index.ReindexAsync(), Throws.InstanceOf<IOException>());
        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        Assert.That(index.Status().LastError, Is.Not.Null);
    }

    [Test]
    public void A_generation_that_another_handle_wrote_is_taken_up()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex writer = corpus.Indexed();
        var clock = new ManualClock();
        using PassageIndex reader = corpus.Open(clock);
        _ = reader.Search(TestCorpus.Request(null));
        corpus.Write("c/new.txt", "A new text about giraffes.");
        _ = TestCorpus.Reindex(writer);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That(reader.Search(TestCorpus.Request("giraffes")).Total, Is.EqualTo(1));
    }

    [Test]
    public void An_index_with_wrong_bytes_is_built_anew()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using (corpus.Indexed())
        {
        }

        foreach (string state in Directory.EnumerateFiles(Path.Combine(corpus.Index, "corpus"), "state-*"))
        {
            File.WriteAllText(state, "no state");
        }

        using PassageIndex index = corpus.Open();
        IndexRun run = TestCorpus.Reindex(index);
        Assert.That(run.RebuildReason, Is.Not.Null);
        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
    }

    [Test]
    public void An_index_that_cannot_be_opened_says_so_until_it_is_built_anew()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using (corpus.Indexed())
        {
        }

        foreach (string path in Directory.EnumerateFiles(corpus.Index, "manifest*"))
        {
            File.WriteAllText(path, "no manifest");
        }

        using PassageIndex index = corpus.Open();
        Assert.That(
            () => index.Search(TestCorpus.Request("ransomware")),
            Throws.InstanceOf<IndexNotReadyException>().With.Message.Contains("manifest"));
        Assert.That(index.Status().LastError, Does.Contain("manifest"));
        IndexRun run = TestCorpus.Reindex(index);
        Assert.That(run.RebuildReason, Does.Contain("manifest"));
        Assert.That(run.Added, Is.EqualTo(4));
        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        Assert.That(index.Status().LastError, Is.Null);
    }

    [Test]
    public void A_damaged_segment_is_found_by_a_run_that_needs_it_and_built_anew()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using (corpus.Indexed())
        {
        }

        string segment = Directory.EnumerateFiles(corpus.Index, "*.seg").Single();
        byte[] bytes = File.ReadAllBytes(segment);
        for (int i = 64; i < bytes.Length - 4096; i += 7)
        {
            bytes[i] ^= 0x55;
        }

        File.Delete(segment);
        File.WriteAllBytes(segment, bytes);
        using PassageIndex index = corpus.Open();
        _ = index.RebuildAsync().GetAwaiter().GetResult();

        Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4));
        Assert.That(index.Verify().Documents, Is.EqualTo(4));
    }

    [Test]
    public void An_index_inside_the_corpus_is_no_document_of_it()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = PassageIndex.Open(
            corpus.Options with { Index = Path.Combine(corpus.Corpus, "index") });
        IndexRun first = TestCorpus.Reindex(index);
        IndexRun second = TestCorpus.Reindex(index);

        Assert.That((first.Files, first.Failures.Count), Is.EqualTo((4, 0)));
        Assert.That((second.Files, second.IsChanged), Is.EqualTo((4, false)));
    }

    [Test]
    public void Files_of_others_in_the_index_folder_are_left_alone()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Indexed();
        string note = Path.Combine(corpus.Index, "note.txt");
        File.WriteAllText(note, "mine");
        foreach (string path in Directory.EnumerateFiles(corpus.Index, "manifest*"))
        {
            File.WriteAllText(path, "no manifest");
        }

        _ = TestCorpus.Reindex(index);
        Assert.That(File.ReadAllText(note), Is.EqualTo("mine"));
    }

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes);

    private sealed class Call(Action act) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => act();
    }
}
