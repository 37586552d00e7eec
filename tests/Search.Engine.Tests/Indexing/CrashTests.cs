using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Storage;
using Search.Engine.Tests.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>Whenever the disk dies, the last commit is whole.</summary>
[TestFixture]
internal sealed class CrashTests
{
    private const int Rounds = 6;

    [Test]
    public void ADeathAtAnyOperationLeavesTheLastCommitWhole()
    {
        var corpus = new RandomCorpus();
        List<IndexDocument> documents = corpus.Documents(40);
        List<List<string>> states = [];
        using (var healthy = new FaultyStorage(int.MaxValue))
        {
            Run(healthy, documents, commit => states.Add(State(healthy)));
            TestContext.Out.WriteLine($"{healthy.Operations} operations");
            Assert.That(states, Has.Count.EqualTo(Rounds));
            Assert.That(states.Select(state => state.Count).Distinct().Count(), Is.GreaterThan(3));
            for (int dieAt = 1; dieAt <= healthy.Operations; dieAt++)
            {
                DieAt(dieAt, documents, states, corpus.Random);
            }
        }
    }

    private static void DieAt(int dieAt, List<IndexDocument> documents, List<List<string>> states, Random random)
    {
        using var faulty = new FaultyStorage(dieAt);
        int done = 0;
        Assert.That(() => Run(faulty, documents, _ => done++), Throws.InstanceOf<IOException>());
        for (int i = 0; i < 3; i++)
        {
            using (MemoryStorage survivor = faulty.Survivor(random))
            {
                List<string> last = done == 0 ? [] : states[done - 1];
                List<string> next = done < Rounds ? states[done] : last;
                Assert.That(
                    State(survivor), Is.EqualTo(last).Or.EqualTo(next), $"died at operation {dieAt}, commit {done}");
                IndexVerifier.Verify(survivor, RandomCorpus.Schema);
                GoOn(survivor);
            }
        }
    }

    /// <summary>A new writer goes on, and cleans up what the crash left.</summary>
    private static void GoOn(MemoryStorage survivor)
    {
        using IndexWriter writer = IndexWriter.Open(survivor, RandomCorpus.Schema);
        writer.Add(new IndexDocument().Add("id", "after"));
        CommitInfo commit = writer.Commit();
        using IndexSnapshot snapshot = IndexSnapshot.TryOpen(survivor, RandomCorpus.Schema)!;
        Assert.That(snapshot.DocCount, Is.EqualTo(commit.DocCount));
        Assert.That(survivor.List(), Has.None.EndsWith(".tmp"));
    }

    /// <summary>Commits with flushes, deletes and merges between them.</summary>
    private static void Run(IndexStorage storage, List<IndexDocument> documents, Action<CommitInfo> committed)
    {
        var options = new IndexWriterOptions { MergeFactor = 3 };
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema, options);
        for (int round = 0; round < Rounds; round++)
        {
            foreach (IndexDocument document in documents.Skip(round * 6).Take(6))
            {
                writer.Add(document);
            }

            if (round % 2 == 1)
            {
                writer.DeleteByKeyword("id", documents[(round * 6) - 3].Values[0].Text!);
            }

            if (round == 4)
            {
                writer.MergeAll();
            }

            committed(writer.Commit());
        }
    }

    private static List<string> State(IndexStorage storage)
    {
        using IndexSnapshot? snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema);
        List<string> lines = [];
        for (int i = 0; i < (snapshot?.Segments.Count ?? 0); i++)
        {
            lines.Add(string.Join(',', snapshot!.Segments[i].LiveDocs.ToArray()));
            lines.AddRange(SegmentDump.Of(snapshot.Segments[i]));
        }

        return lines;
    }
}
