using System.Net;
using System.Text;
using NUnit.Framework;
using Search.Service.Html;

namespace Search.Service.Tests.Html;

public sealed class HtmlWriterTests
{
    [Test]
    public void Text_and_attributes_are_encoded()
    {
        string html = new HtmlWriter()
            .Start("p", ("title", "a\"b'<&>")).Text("<script>alert('x') && \"y\"</script>").End("p").ToString();

        Assert.That(html, Is.EqualTo(
            "<p title=\"a&quot;b&#39;&lt;&amp;&gt;\">&lt;script&gt;alert(&#39;x&#39;) &amp;&amp; "
                + "&quot;y&quot;&lt;/script&gt;</p>"));
    }

    [Test]
    public void A_null_attribute_is_left_out_and_an_empty_one_is_bare()
    {
        Assert.That(new HtmlWriter().Void("input", ("value", null), ("required", "")).ToString(),
            Is.EqualTo("<input required>"));
    }

    [Test]
    public void Random_text_comes_back_as_it_was_less_what_html_cannot_hold()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int i = 0; i < 2_000; i++)
        {
            string text = Any(random);
            StringBuilder html = new();
            HtmlText.Append(html, text);

            Assert.That(html.ToString(), Does.Not.Match("[<>\"']"), "nothing that opens a tag or ends a value");
            Assert.That(WebUtility.HtmlDecode(html.ToString()), Is.EqualTo(Cleaned(text)));
            Assert.That(() => new UTF8Encoding(false, true).GetBytes(html.ToString()), Throws.Nothing);
        }
    }

    private static string Any(Random random)
    {
        string[] parts = ["<", ">", "&", "\"", "'", "&amp;", "a", "é", "😀", "\ud800", "\udc00", "\0", "\u0007", "\n",
            "ش"];
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
    }

    // Runes: a lone surrogate enumerates as U+FFFD.
    private static string Cleaned(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => rune.Value is < 32 and not 9 and not 10 and not 13 ? "\ufffd"
            : rune.ToString()));
}
