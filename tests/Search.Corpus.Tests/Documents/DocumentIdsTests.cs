using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;

namespace Search.Corpus.Tests.Documents;

public sealed class DocumentIdsTests
{
    [Test]
    public void An_id_is_the_path_without_extension_in_lower_case_with_dashes()
    {
        Assert.That(
            DocumentIds.ForDocuments(["UN/S_RES_2535 (2020).xml", "a/plain-name.v2.md", "é.txt"]),
            Is.EqualTo(["un-s-res-2535--2020-", "a-plain-name-v2", "-"]));
    }

    [Test]
    public void A_collision_is_numbered_and_spares_ids_that_others_own()
    {
        Assert.That(
            DocumentIds.ForDocuments(["a-2.md", "a.md", "a.pdf", "a.txt"]),
            Is.EqualTo(["a-2", "a", "a-3", "a-4"]));
    }

    [Test]
    public void A_paragraphs_id_is_a_digest_of_its_text_with_blanks_collapsed()
    {
        IReadOnlyList<string> ids = DocumentIds.ForParagraphs("d", [
            new Paragraph(ParagraphKind.Paragraph, "One  text"),
            new Paragraph(ParagraphKind.Item, "Another text"),
            new Paragraph(ParagraphKind.Other, " One text "),
        ]);

        Assert.Multiple(() =>
        {
            // sha256("One text")
            Assert.That(ids[0], Is.EqualTo("d~" + Sha256Prefix("One text")));
            Assert.That(ids[1], Is.EqualTo("d~" + Sha256Prefix("Another text")));
            Assert.That(ids[2], Is.EqualTo(ids[0] + "-2"));
        });
    }

    private static string Sha256Prefix(string text) => Convert.ToHexString(
        System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(text)))[..12].ToLowerInvariant();
}
