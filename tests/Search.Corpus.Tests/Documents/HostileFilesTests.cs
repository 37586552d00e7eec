using System.Diagnostics;
using NUnit.Framework;
using Search.Corpus.Documents;

namespace Search.Corpus.Tests.Documents;

public sealed class HostileFilesTests
{
    [TestCase("a.html", "<div>", 50_000, "too-deep")]
    [TestCase("a.html", "<ul><li>", 50_000, "too-deep")]
    [TestCase("a.xml", "<p>", 50_000, "too-deep")]
    [TestCase("a.html", "<p>x", 60_000, "too-large")]
    [TestCase("a.html", "<font color=1 ><p>x", 2_000, "too-deep")]
    [TestCase("a.doc", "\u00D0\u00CF\u0011\u00E0", 1, "unsupported-format")]
    [TestCase("a.rtf", "{\\rtf1 text}", 1, "unsupported-format")]
    [TestCase("a.eml", "Subject: x\r\n\r\nText.", 1, "unsupported-format")]
    public async Task A_bomb_ends_at_its_limit(string name, string piece, int times, string code)
    {
        string content = string.Concat(Enumerable.Repeat(piece, times));
        string start = name.EndsWith(".html", StringComparison.Ordinal) ? "<html><body>" : "";
        Assert.That(await CodeOfAsync(name, start + content, new CorpusOptions { MaxNodes = 50_000 }),
            Is.EqualTo(code));
    }

    [Test]
    public async Task Entities_are_neither_expanded_nor_fetched()
    {
        string bomb = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'>"
            + string.Concat(Enumerable.Range(0, 9).Select(i =>
                $"<!ENTITY {(char)('b' + i)} '{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}'>"))
            + "]><l>&j;</l>";
        string theft = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l>&a; text</l>";

        Assert.That(await CodeOfAsync("a.xml", bomb), Is.EqualTo("damaged"));
        Assert.That(await CodeOfAsync("b.xml", theft), Is.EqualTo("damaged"));
    }

    [TestCase("a.txt", "One of many words\n\n")]
    [TestCase("a.md", "``a `b` *c* [d](e) ")]
    [TestCase("a.html", "<p>One of <b>many</b> words</p>")]
    public async Task A_reader_that_is_out_of_time_stops(string name, string piece)
    {
        string content = string.Concat(Enumerable.Repeat(piece, 400_000));
        CorpusOptions options = new() { FileTimeout = TimeSpan.FromMilliseconds(20) };
        Stopwatch watch = Stopwatch.StartNew();

        string? code = await CodeOfAsync(name, content, options);

        Assert.That(code, Is.EqualTo("timeout"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    private static async Task<string?> CodeOfAsync(string name, string content, CorpusOptions? options = null)
    {
        using TestFolder folder = new();
        byte[] bytes = name.EndsWith(".doc", StringComparison.Ordinal)
            ? System.Text.Encoding.Latin1.GetBytes(content)
            : System.Text.Encoding.UTF8.GetBytes(content);
        return (await DocumentReader.ReadFileAsync(folder.Write(name, bytes), options)).Failure?.Code;
    }
}
