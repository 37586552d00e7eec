using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using NUnit.Framework;
using Search.Corpus.Documents;

namespace Search.Corpus.Tests.Documents;

/// <summary>
/// Damages real files in many ways and reads what comes out: each mutant ends as a document or as a reason, in time,
/// and leaves no memory behind. <c>SEARCH_FUZZ_RUNS</c> says how many, 20,000 being the full run; with
/// <c>SEARCH_FUZZ_SEED</c> a run is repeated.
/// </summary>
public sealed class MutationFuzzTests
{
    private const int DefaultRuns = 300;
    private const int LargestFile = 400_000;
    private const int RunsBetweenMeasures = 500;
    private const long MostGrowthInBytes = 48L * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Extensions =
        [".txt", ".md", ".html", ".xml", ".pdf", ".docx", ".odt", ".epub", ".rtf", ".doc", ".bin", ""];

    [Test]
    public async Task Damaged_files_end_as_documents_or_reasons_in_time_and_leave_no_memory_behind()
    {
        string corpus = TestData.Find("corpus");
        int runs = int.TryParse(
            Environment.GetEnvironmentVariable("SEARCH_FUZZ_RUNS"), CultureInfo.InvariantCulture, out int asked)
            ? asked
            : DefaultRuns;
        int seed = int.TryParse(
            Environment.GetEnvironmentVariable("SEARCH_FUZZ_SEED"), CultureInfo.InvariantCulture, out int given)
            ? given
            : Environment.TickCount;
        await TestContext.Out.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {runs} mutants"));
        Random random = new(seed);
        List<byte[][]> byFormat = Load(corpus);
        using TestFolder folder = new();
        Dictionary<string, int> ends = new(StringComparer.Ordinal);
        long before = 0;
        for (int i = 0; i < runs; i++)
        {
            (byte[] bytes, string extension) = Mutant(byFormat, random);
            string path = folder.Write("mutant" + extension, bytes);
            Stopwatch watch = Stopwatch.StartNew();
            ReadResult result = await DocumentReader.ReadFileAsync(
                path, new CorpusOptions { FileTimeout = Limit, ReadsScans = false });

            string end = result.Failure?.Code ?? "read";
            ends[end] = ends.GetValueOrDefault(end) + 1;
            string context = $"seed {seed}, mutant {i}{extension}: {result.Failure?.Message}";
            Assert.That(end, Is.Not.EqualTo(ReasonCodes.Internal), context);
            Assert.That(watch.Elapsed, Is.LessThan(Limit + TimeSpan.FromSeconds(10)), context);
            File.Delete(path);
            if (i % RunsBetweenMeasures == RunsBetweenMeasures - 1 || i == runs / 4)
            {
                long held = GC.GetTotalMemory(forceFullCollection: true);
                before = before == 0 ? held : before;
                Assert.That(held - before, Is.LessThan(MostGrowthInBytes), context);
            }
        }

        await TestContext.Out.WriteLineAsync(string.Join(
            ", ", ends.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.That(ends.GetValueOrDefault("read"), Is.GreaterThan(runs / 10), "most damage is survivable");
    }

    private static List<byte[][]> Load(string corpus) =>
    [
        .. Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).Length is > 0 and < LargestFile && !path.EndsWith(".csv"))
            .Order(StringComparer.Ordinal)
            .GroupBy(Path.GetExtension, StringComparer.Ordinal)
            .Select(group => group.Take(40).Select(File.ReadAllBytes).ToArray()),
        [TestArchives.Odt(), TestArchives.Epub()],
    ];

    private static (byte[] Bytes, string Extension) Mutant(List<byte[][]> byFormat, Random random)
    {
        byte[][] files = byFormat[random.Next(byFormat.Count)];
        byte[] source = files[random.Next(files.Length)];
        if (source.AsSpan().StartsWith("%PDF"u8) && random.Next(3) > 0)
        {
            // Poppler's own process makes PDF slow: fewer of them.
            files = byFormat[random.Next(byFormat.Count)];
            source = files[random.Next(files.Length)];
        }

        bool isZip = source.AsSpan().StartsWith("PK"u8);
        byte[] bytes = isZip && random.Next(3) > 0 ? DamageInside(source, random) : Damage(source, random);
        string extension = random.Next(8) == 0 ? Extensions[random.Next(Extensions.Length)]
            : isZip ? ".docx"
            : source.AsSpan().StartsWith("%PDF"u8) ? ".pdf"
            : source[0] == '<' ? (random.Next(2) == 0 ? ".xml" : ".html")
            : random.Next(2) == 0 ? ".md" : ".txt";
        return (bytes, extension);
    }

    // Damage to a packed part only shows that unpacking fails: the parts themselves are damaged and packed again.
    private static byte[] DamageInside(byte[] archive, Random random)
    {
        using MemoryStream source = new(archive);
        using ZipArchive read = new(source, ZipArchiveMode.Read);
        using MemoryStream target = new();
        using (ZipArchive write = new(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            int victim = random.Next(read.Entries.Count);
            foreach (ZipArchiveEntry entry in read.Entries)
            {
                using MemoryStream part = new();
                using (Stream packed = entry.Open())
                {
                    packed.CopyTo(part);
                }

                bool isHit = read.Entries[victim] == entry || entry.Name is "document.xml" or "content.xml";
                using Stream unpacked = write.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                unpacked.Write(isHit ? Damage(part.ToArray(), random) : part.ToArray());
            }
        }

        return target.ToArray();
    }

    private static byte[] Damage(byte[] source, Random random)
    {
        List<byte> bytes = [.. source];
        for (int k = random.Next(1, 4); k > 0 && bytes.Count > 0; k--)
        {
            int at = random.Next(bytes.Count);
            int length = random.Next(1, Math.Min(4096, bytes.Count - at) + 1);
            switch (random.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    byte[] noise = new byte[Math.Min(length, 64)];
                    random.NextBytes(noise);
                    bytes.InsertRange(at, noise);
                    break;
                case 4:
                    string tag = Tags[random.Next(Tags.Length)];
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(
                        string.Concat(Enumerable.Repeat(tag, random.Next(1, 400)))));
                    break;
                default:
                    for (int i = 0; i < 16; i++)
                    {
                        bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    private static readonly string[] Tags =
    [
        "<div>", "</div>", "<table><tr><td>", "<p>", "&a;", "<!--", "]]>", "<![CDATA[", "[", "](", "```", "# ", "- ",
        "\n", "\f", "\u00AD", "(a) ", "1. ", "|", "<w:p>", "<b><i>", "\0", "---\n", "*", "<?", "\uFEFF",
    ];
}
