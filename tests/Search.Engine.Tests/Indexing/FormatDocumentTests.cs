using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Indexing;

/// <summary>The worked example of docs/FORMAT.md is what is written, and reads as the document says.</summary>
[TestFixture]
internal sealed class FormatDocumentTests
{
    private static readonly IndexSchema Schema = new(
        [
            new("text", FieldKind.Text, HasStems: false),
            new("tag", FieldKind.Keyword, IsStored: true),
            new("year", FieldKind.Interval),
        ],
        "text",
        _ => new SpaceAnalyzer())
    {
        Pairs = new PairRule { LeastDocs = 2, DocsPerWord = 1000, DocsPerPair = 1000, DocsOfBothPerPair = 1000 },
    };

    [Test]
    public void TheExampleIsWhatIsWritten()
    {
        Dictionary<string, byte[]> example = ReadExample();
        using var storage = new MemoryStorage();
        using (IndexWriter writer = IndexWriter.Open(storage, Schema))
        {
            foreach (IndexDocument document in Documents())
            {
                writer.Add(document);
            }

            writer.Commit();
        }

        using SegmentFile file = SegmentFile.Open(storage, "s000001.seg");
        using MappedBytes bytes = storage.OpenMapped("s000001.seg");
        var written = new Dictionary<string, byte[]> { ["header"] = bytes.Slice(0, 16).ToArray() };
        foreach (SectionKind kind in Enum.GetValues<SectionKind>())
        {
            for (int number = 0; number < 3; number++)
            {
                if (file.TrySection(kind, number, out SegmentSection? section))
                {
                    byte[] content = section.Read(0, (int)section.Length).ToArray();
                    written.Add($"{kind}/{number}", content);
                    TestContext.Out.WriteLine($"{kind}/{number}: {Hex(content)}");
                }
            }
        }

        // Compressed bytes are the compressor's; of them the document gives the length before compression alone.
        written["Documents/0"] = written["Documents/0"][..4];
        written.Remove("DocumentIndex/0");
        Assert.That(example.Keys, Is.EquivalentTo(written.Keys));
        foreach ((string name, byte[] expected) in written)
        {
            Assert.That(Hex(example[name]), Is.EqualTo(Hex(expected)), name);
        }
    }

    [Test]
    public void TheTermsOfTheExampleAreReadByHand()
    {
        byte[] block = ReadExample()["Terms/0"];
        int at = 1;
        List<string> terms = [];
        string last = "";
        while (at < 1 + block[0])
        {
            last = last[..block[at]] + Encoding.UTF8.GetString(block, at + 2, block[at + 1]);
            at += 2 + block[at + 1];
            terms.Add(last);
        }

        Assert.That(terms, Is.EqualTo((string[])["be", "not", "or", "to"]));
        int inTwoBytes = (block[at] & 0x7F) | (block[at + 1] << 7);
        Assert.That(inTwoBytes, Is.EqualTo(130), "130 documents hold 'be'");
    }

    [Test]
    public void ThePositionsOfTheExampleAreReadByHand()
    {
        // "be": the first of two blocks has 129 occurrences. Document 0 has it at 1 and 5, document 1 at 1, others at
        // 0:
        // gaps 1, 3, 1 and zeros, in no bits at all; the first three are exceptions.
        byte[] positions = ReadExample()["Positions/0"];
        Assert.That(positions[0], Is.EqualTo(0x40), "width 0, with exceptions");
        Assert.That(positions[1] + 1, Is.EqualTo(3));
        Assert.That(positions[2..8], Is.EqualTo((byte[])[0, 1, 1, 3, 2, 1]));
    }

    private static List<IndexDocument> Documents()
    {
        List<IndexDocument> documents =
        [
            new IndexDocument().Add("text", "to be or not to be")
                .Add("tag", "x").Add("tag", "y").Add("year", 2019, 2020),
            new IndexDocument().Add("text", "to be").Add("tag", "x").Add("year", 2021, 2021),
        ];
        documents.AddRange(Enumerable.Range(2, 128).Select(_ => new IndexDocument().Add("text", "be")));
        return documents;
    }

    private static Dictionary<string, byte[]> ReadExample()
    {
        var example = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string text = File.ReadAllText(Path.Combine(Root(), "docs", "FORMAT.md"));
        string block = Regex.Match(text, "```example\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        string name = "";
        foreach (string line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string bytes = line.Split('#')[0];
            if (line[0] != ' ')
            {
                name = line[..line.IndexOf(':')];
                bytes = bytes[(name.Length + 1)..];
                example[name] = [];
            }

            string[] words = bytes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            example[name] = [.. example[name], .. words.SelectMany(Bytes)];
        }

        return example;
    }

    /// <summary>One or more bytes: <c>1f</c>, or <c>00*12</c>.</summary>
    private static IEnumerable<byte> Bytes(string token)
    {
        string[] parts = token.Split('*');
        byte value = byte.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return Enumerable.Repeat(value, parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Hex(byte[] bytes) => string.Join(' ', bytes.Select(value => value.ToString("x2")));

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Search.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Search.sln is in no folder above the tests.");
    }
}
