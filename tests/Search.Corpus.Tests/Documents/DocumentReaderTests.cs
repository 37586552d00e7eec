using System.Text;
using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Test]
    public async Task The_quintets_paragraph_reads_on_across_the_page_break()
    {
        string path = TestData.Find("corpus/quintet-2019/statement-on-international-cooperation-on-cybercrime.txt");

        SourceDocument document = await ReadAsync(path);

        Paragraph paragraph = document.Paragraphs.Single(
            unit => unit.Text.StartsWith("We also support the Budapest Convention given", StringComparison.Ordinal));
        Assert.That(paragraph.Text, Does.StartWith(
            "We also support the Budapest Convention given its robust international framework"));
        Assert.That(paragraph.Text, Does.EndWith("have not decided to accede to it."));
    }

    [TestCase("utf-8", false, "utf-8")]
    [TestCase("utf-8", true, "utf-8")]
    [TestCase("utf-16", true, "utf-16le")]
    [TestCase("utf-16", false, "utf-16le")]
    [TestCase("utf-16BE", true, "utf-16be")]
    [TestCase("utf-16BE", false, "utf-16be")]
    [TestCase("utf-32", true, "utf-32le")]
    [TestCase("windows-1252", false, "windows-1252")]
    public async Task Text_of_any_encoding_is_read_and_the_encoding_named(string name, bool hasMark, string expected)
    {
        const string Text = "Café and “quotes” stay, as naïve readers expect of their files.\n";
        Encoding encoding = name == "windows-1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : Encoding.GetEncoding(name);
        using TestFolder folder = new();
        string path = folder.Write("a.txt", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        SourceDocument document = await ReadAsync(path);

        Assert.That(document.Encoding, Is.EqualTo(expected));
        Assert.That(document.Paragraphs.Single().Text, Is.EqualTo(Text.Trim()));
    }

    [TestCase("a.txt", "", "empty")]
    [TestCase("a.txt", "  \n\n ", "empty")]
    [TestCase("a.exe", "text", "unsupported-format")]
    [TestCase("a.pdf", "no pdf at all", "damaged")]
    [TestCase("a.docx", "no zip at all", "damaged")]
    [TestCase("a.txt", "a\0b\0\u0001binary", "unsupported-format")]
    public async Task What_cannot_be_read_is_a_failure_with_its_code(string name, string content, string code)
    {
        using TestFolder folder = new();

        ReadResult result = await DocumentReader.ReadFileAsync(folder.Write(name, content));

        Assert.That(result.Failure?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task A_file_over_the_limit_and_a_removed_one_are_failures()
    {
        using TestFolder folder = new();
        string path = folder.Write("a.txt", new string('a', 100));

        ReadResult large = await DocumentReader.ReadFileAsync(path, new CorpusOptions { MaxFileBytes = 99 });
        ReadResult gone = await DocumentReader.ReadFileAsync(path + ".txt");

        Assert.That(large.Failure?.Code, Is.EqualTo("too-large"));
        Assert.That(gone.Failure?.Code, Is.EqualTo("changed"));
    }

    [Test]
    public async Task Mutated_text_and_markdown_never_throw_and_keep_the_shape_of_units()
    {
        int seed = Environment.TickCount;
        await TestContext.Out.WriteLineAsync($"seed {seed}");
        Random random = new(seed);
        using TestFolder folder = new();
        const string Sample = """
            ---
            title: A "title"
            ---
            # Heading

            A paragraph with *marks*, a [link](http://example.org/a_(b)) and a note[^1] that is hy-
            phenated.

            - item one
            - item two:
              1. inner

            | a | b |
            |---|---|
            | 1 | 2 |

            [^1]: The note.

            Considering one; Recalling two; Noting three; Have agreed as follows:
            """;
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = Mutate(Encoding.UTF8.GetBytes(string.Concat(Sample, "\n\f\n", Sample)), random);
            string path = folder.Write(i % 2 == 0 ? "a.md" : "a.txt", bytes);
            ReadResult result = await DocumentReader.ReadFileAsync(path);

            Assert.That(result.Failure?.Code, Is.Not.EqualTo("internal"), result.Failure?.Message);
            foreach (Paragraph unit in result.Document?.Paragraphs ?? [])
            {
                Assert.That(unit.Text, Is.Not.Empty);
                Assert.That(unit.Text.Trim(), Is.EqualTo(unit.Text));
                Assert.That(unit.Text.Contains('\n', StringComparison.Ordinal) && unit.Kind != ParagraphKind.Table,
                    Is.False);
                Assert.That(unit.SourceStart, Is.LessThanOrEqualTo(unit.SourceEnd));
            }
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        byte[] result = bytes[..random.Next(bytes.Length / 2, bytes.Length)];
        for (int i = random.Next(12); i > 0; i--)
        {
            result[random.Next(result.Length)] = (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
        }

        return result;
    }

    private static async Task<SourceDocument> ReadAsync(string path)
    {
        ReadResult result = await DocumentReader.ReadFileAsync(path);
        Assert.That(result.Failure, Is.Null);
        return result.Document ?? throw new InvalidOperationException();
    }
}
