using NUnit.Framework;
using Search.Passages.Synonyms;

namespace Search.Passages.Tests.Synonyms;

public sealed class SynonymFileTests
{
    [TestCase("# only a comment\n\n   \n", 0)]
    [TestCase("IEG, expert group # with a comment\n", 2)]
    [TestCase("IEG = expert group\r\n", 2)]
    [TestCase("\uFEFFa, b => c, d\n", 2)]
    public void Groups_comments_and_blank_lines_are_read(string text, int keys)
    {
        using TestCorpus corpus = new();
        corpus.Write("synonyms.txt", text);
        SynonymTable table = SynonymFile.Load(corpus.Options);

        string[] known = ["ieg", "expert group", "a", "b", "c", "d"];
        Assert.That(known.Count(key => table.TryFind(key, out _)), Is.EqualTo(keys));
    }

    [TestCase("a, b\nalone\n", 2, "two terms or more")]
    [TestCase("a, , b\n", 1, "a word was expected")]
    [TestCase("a, b => c => d\n", 1, "one '=>'")]
    [TestCase("\n\na, A\n", 3, "'A' is there twice")]
    [TestCase("colo?r, color\n", 1, "not '?'")]
    [TestCase("\"expert group\", IEG\n", 1, "not '\"'")]
    [TestCase("a =>\n", 1, "a word was expected")]
    [TestCase("a b c d e f g h i j k l m, x\n", 1, "at most 12 words")]
    public void What_cannot_be_read_is_refused_with_its_line(string text, int line, string expected)
    {
        using TestCorpus corpus = new();
        corpus.Write("synonyms.txt", text);

        SynonymFileException error = Assert.Throws<SynonymFileException>(() => SynonymFile.Load(corpus.Options))!;
        Assert.That(error.Line, Is.EqualTo(line));
        Assert.That(error.Message, Does.Contain(expected).And.Contain("synonyms.txt"));
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused_with_their_line()
    {
        using TestCorpus corpus = new();
        File.WriteAllBytes(Path.Combine(corpus.Corpus, "synonyms.txt"), [(byte)'a', (byte)'\n', 0xFF, (byte)'\n']);

        Assert.That(
            Assert.Throws<SynonymFileException>(() => SynonymFile.Load(corpus.Options))!.Line, Is.EqualTo(2));
    }

    [Test]
    public void The_file_that_ships_can_be_read_and_serves_a_corpus_without_one()
    {
        using TestCorpus corpus = new();

        SynonymTable table = SynonymFile.Load(corpus.Options);
        Assert.That(SynonymFile.PathOf(corpus.Options), Does.StartWith(AppContext.BaseDirectory));
        Assert.That(table.TryFind("ieg", out _) && table.TryFind("expert group", out _), Is.True);
    }
}
