using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Documents;

public sealed class MarkupFormatsTests
{
    [Test]
    public async Task A_web_page_gives_its_main_text_without_navigation_scripts_and_cookie_notices()
    {
        SourceDocument document = await ReadAsync("a.html", """
            <!doctype html><html lang="en"><head><title>On Cyber Things | Site</title><script>var x = "text";</script>
            </head>
            <body><nav>Home <a href="/x">About</a></nav><div class="cookie-notice"><p>We use cookies.</p></div>
            <main><h1>On Cyber Things</h1><p>One paragraph with <b>bold</b>
            text, wrapped&nbsp;here<sup>1</sup>.</p><p>We ask:</p><ul><li>one thing</li><li>another<ul><li>inner</li>
            </ul></li></ul>
            <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
            <p>Enough text must stand in the main part, so that it is taken for it: this sentence sees to that, and
            it is long
            enough for the purpose, though it says nothing else at all.</p></main><footer><p>Imprint</p></footer>
            </body></html>
            """);

        Assert.Multiple(() =>
        {
            Assert.That(document.Paragraphs.Take(7).Select(unit => (unit.Kind, unit.Text)), Is.EqualTo([
                (ParagraphKind.Heading, "On Cyber Things"),
                (ParagraphKind.Paragraph, "One paragraph with bold text, wrapped here¹."),
                (ParagraphKind.Paragraph, "We ask:"),
                (ParagraphKind.Item, "one thing"),
                (ParagraphKind.Item, "another"),
                (ParagraphKind.Item, "inner"),
                (ParagraphKind.Table, "a | b\n1 | 2"),
            ]));
            Assert.That(document.Paragraphs, Has.Count.EqualTo(8));
            Assert.That(document.Metadata.Title.Value, Is.EqualTo("On Cyber Things | Site"));
            Assert.That(document.Metadata.Language?.Value, Is.EqualTo("en"));
        });
    }

    [Test]
    public async Task Numbers_in_cells_grids_and_elements_of_their_own_belong_to_what_they_number()
    {
        SourceDocument html = await ReadAsync("a.html", """
            <html><body><p>Whereas:</p><table><tr><td><p>(1)</p></td><td><p>The first recital.</p></td></tr></table>
            <div class="grid-container"><div><span>(a) </span></div><div><p>A point.</p></div></div></body></html>
            """);
        SourceDocument xml = await ReadAsync("b.xml", """
            <?xml version="1.0"?><akomaNtoso><statement><meta><x>hidden</x></meta><mainBody><paragraph><num>1.</num>
            <content><p>	<span>Calls</span> upon States,<authorialNote marker="1"><p>A note.</p>
            </authorialNote> now;</p></content>
            </paragraph><paragraph><num>2.</num><list><intro><p>Requests:</p></intro><point><num>(a)</num><content>
            <p>one;</p>
            </content></point></list></paragraph></mainBody></statement></akomaNtoso>
            """);

        Assert.Multiple(() =>
        {
            Assert.That(
                html.Paragraphs.Select(unit => unit.Text),
                Is.EqualTo(["Whereas:", "(1) The first recital.", "(a) A point."]));
            Assert.That(xml.Format, Is.EqualTo("akoma-ntoso"));
            Assert.That(
                xml.Paragraphs.Select(unit => unit.Text),
                Is.EqualTo(["1. Calls upon States, now;", "A note.", "2. Requests:", "(a) one;"]));
            Assert.That(xml.Paragraphs[1].Kind, Is.EqualTo(ParagraphKind.Footnote));
        });
    }

    [Test]
    public async Task Entity_bombs_external_entities_and_deep_nesting_are_refused_with_a_reason()
    {
        using TestFolder folder = new();
        string secret = folder.Write("secret.txt", "the secret");
        string bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
            + "'&a;&a;&a;&a;'>]><x>&b;</x>";
        string external = $"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY s SYSTEM 'file://{secret}'>]><x><p>&s;</p></x>";
        string deep = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "text";
        string deepXml = "<?xml version='1.0'?>" + string.Concat(Enumerable.Repeat("<a>", 5000));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await CodeOfAsync(folder.Write("bomb.xml", bomb)), Is.EqualTo("damaged"));
            Assert.That(await CodeOfAsync(folder.Write("external.xml", external)), Is.EqualTo("damaged"));
            Assert.That(await CodeOfAsync(folder.Write("deep.html", "<html><body>" + deep)), Is.EqualTo("too-deep"));
            Assert.That(await CodeOfAsync(folder.Write("deep.xml", deepXml)), Is.EqualTo("too-deep"));
            Assert.That(await CodeOfAsync(folder.Write("cut.xml", "<?xml version='1.0'?><a><p>text")),
                Is.EqualTo("damaged"));
        });
    }

    private static async Task<string?> CodeOfAsync(string path) =>
        (await DocumentReader.ReadFileAsync(path)).Failure?.Code;

    private static async Task<SourceDocument> ReadAsync(string name, string content)
    {
        using TestFolder folder = new();
        ReadResult result = await DocumentReader.ReadFileAsync(folder.Write(name, content));
        Assert.That(result.Failure, Is.Null);
        return result.Document ?? throw new InvalidOperationException();
    }
}
