using System.Globalization;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>
/// Bytes that were changed or cut are found: the answers are an exception that names file and section, or the right
/// ones. <c>SEARCH_FUZZ_RUNS</c> sets the number of runs.
/// </summary>
[TestFixture]
internal sealed class CorruptionTests
{
    private const int DefaultRuns = 300;

    [Test]
    public void ChangedOrCutBytesNeverGiveAWrongAnswer()
    {
        string? runs = Environment.GetEnvironmentVariable("SEARCH_FUZZ_RUNS");
        int count = runs is null ? DefaultRuns : int.Parse(runs, CultureInfo.InvariantCulture);
        var corpus = new RandomCorpus();
        Dictionary<string, byte[]> files = Build(corpus);
        List<string> expected = Answers(files) ?? throw new InvalidOperationException("the index cannot be read");
        Assert.That(files.Keys.Select(Path.GetExtension), Is.SupersetOf((string[])[".seg", ".live", ""]));
        int found = 0;
        for (int run = 0; run < count; run++)
        {
            string name = files.Keys.ElementAt(corpus.Random.Next(files.Count));
            var changed = new Dictionary<string, byte[]>(files) { [name] = Damage(files[name], corpus.Random) };
            List<string>? answers = Answers(changed);
            found += answers is null ? 1 : 0;
            Assert.That(answers is null || answers.SequenceEqual(expected), Is.True, $"run {run}, file {name}");
        }

        Assert.That(found, Is.GreaterThan(count * 9 / 10), "nearly every byte is covered by a checksum");
    }

    [Test]
    public void EveryByteOfASegmentIsCovered()
    {
        var corpus = new RandomCorpus();
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema))
        {
            corpus.Documents(3).ForEach(writer.Add);
            writer.Commit();
        }

        Dictionary<string, byte[]> files = Files(storage);
        foreach ((string name, byte[] bytes) in files)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                byte[] damaged = [.. bytes];
                damaged[i] ^= (byte)(1 << corpus.Random.Next(8));
                using MemoryStorage changed = Storage(new Dictionary<string, byte[]>(files) { [name] = damaged });
                Assert.That(
                    () => IndexVerifier.Verify(changed, RandomCorpus.Schema),
                    Throws.InstanceOf<IndexCorruptException>(),
                    $"byte {i} of {name}");
            }
        }
    }

    [Test]
    public void AMissingSegmentIsNamed()
    {
        Dictionary<string, byte[]> files = Build(new RandomCorpus());
        string segment = files.Keys.First(name => name.EndsWith(".seg", StringComparison.Ordinal));
        files.Remove(segment);
        using MemoryStorage storage = Storage(files);
        IndexCorruptException? exception = Assert.Throws<IndexCorruptException>(
            () => IndexSnapshot.TryOpen(storage, RandomCorpus.Schema)?.Dispose());
        Assert.That(exception!.File, Is.EqualTo(segment));
    }

    /// <summary>An index of two segments, one of several pages, with deletes.</summary>
    private static Dictionary<string, byte[]> Build(RandomCorpus corpus)
    {
        using var storage = new MemoryStorage();
        using IndexWriter writer = IndexWriter.Open(storage, RandomCorpus.Schema);
        corpus.Documents(2500).ForEach(writer.Add);
        writer.Commit();
        corpus.Documents(20, 2500).ForEach(writer.Add);
        writer.DeleteByKeyword("id", "100");
        writer.Commit();
        return Files(storage);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return [.. bytes, (byte)random.Next(256)];
            case 2:
                int start = random.Next(bytes.Length);
                return [.. bytes[..start], .. bytes[Math.Min(bytes.Length, start + 1 + random.Next(9))..]];
            default:
                byte[] damaged = [.. bytes];
                for (int i = random.Next(3); i >= 0; i--)
                {
                    damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return damaged;
        }
    }

    /// <summary>What a reader gets; null where it is told that the index is corrupt.</summary>
    private static List<string>? Answers(Dictionary<string, byte[]> files)
    {
        using MemoryStorage storage = Storage(files);
        try
        {
            using IndexSnapshot? snapshot = IndexSnapshot.TryOpen(storage, RandomCorpus.Schema);
            List<string> lines = [];
            for (int i = 0; i < (snapshot?.Segments.Count ?? 0); i++)
            {
                lines.Add(string.Join(',', snapshot!.Segments[i].LiveDocs.ToArray()));
                lines.AddRange(SegmentDump.Of(snapshot.Segments[i]));
                lines.AddRange(SegmentDump.PairsOf((SegmentReader)snapshot.Segments[i]));
                for (int doc = 0; doc < snapshot.Segments[i].DocCount; doc += 50)
                {
                    lines.Add(string.Join('|', snapshot.Stored(i, doc).Values));
                }
            }

            return lines;
        }
        catch (IndexCorruptException exception)
        {
            Assert.That(exception.File, Is.Not.Empty);
            Assert.That(exception.Section, Is.Not.Empty);
            return null;
        }
    }

    private static Dictionary<string, byte[]> Files(MemoryStorage storage) => storage.List().ToDictionary(
        name => name,
        name =>
        {
            using MappedBytes bytes = storage.OpenMapped(name);
            return bytes.Slice(0, (int)bytes.Length).ToArray();
        });

    private static MemoryStorage Storage(Dictionary<string, byte[]> files)
    {
        var storage = new MemoryStorage();
        foreach ((string name, byte[] bytes) in files)
        {
            using StorageFile file = storage.Create(name);
            file.Write(bytes);
        }

        return storage;
    }
}
