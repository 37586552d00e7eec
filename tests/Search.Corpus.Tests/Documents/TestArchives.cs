using System.IO.Compression;
using System.Text;

namespace Search.Corpus.Tests.Documents;

/// <summary>Small archives of the formats that the real corpus lacks.</summary>
internal static class TestArchives
{
    private const string Sentence = "The parties shall afford one another assistance to the widest extent possible.";

    /// <summary>Packs parts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in parts)
            {
                using Stream part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A text of OpenDocument with headings, lists and a table.</summary>
    public static byte[] Odt() => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml",
            "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text>"
            + string.Concat(Enumerable.Range(1, 40).Select(i =>
                $"<text:h text:outline-level=\"2\">Head {i}</text:h><text:p>{Sentence}</text:p>"
                + $"<text:list><text:list-item><text:p>{Sentence}</text:p></text:list-item></text:list>"
                + "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
                + "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"))
            + "</office:text></office:body></office:document-content>"));

    /// <summary>A book of several chapters.</summary>
    public static byte[] Epub() => Zip([
        ("META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='x/book.opf'/></rootfiles></container>"),
        ("x/book.opf",
            "<package xmlns:dc='d'><metadata><dc:title>The Whole Book</dc:title></metadata><manifest>"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"<item id='c{i}' href='c{i}.xhtml'/>"))
            + "</manifest><spine>"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"<itemref idref='c{i}'/>"))
            + "</spine></package>"),
        .. Enumerable.Range(1, 9).Select(i => (
            $"x/c{i}.xhtml",
            $"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Chapter {i}</h1><p>{Sentence}</p></body></html>")),
    ]);
}
