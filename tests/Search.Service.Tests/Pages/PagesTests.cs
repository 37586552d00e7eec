using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Search.Corpus.Themes.Models;
using Search.Passages.Search;
using Search.Passages.Themes;
using Search.Service.Pages;
using Search.Service.Problems;

namespace Search.Service.Tests.Pages;

public sealed partial class PagesTests
{
    private static IEnumerable<TestCaseData> AllPages()
    {
        yield return Case("home", HomePage.Write(Samples.Status, Samples.Documents.Documents, Samples.Catalogue));
        yield return Case("results", ResultsPage.Write(Samples.Request, Samples.Response, Samples.Catalogue));
        yield return Case("empty", ResultsPage.Write(
            Samples.Request, Samples.Response with { Hits = [], Total = 0, Next = null }, Samples.Catalogue));
        yield return Case("document", DocumentPage.Write(
            Samples.Document, Samples.Request, Samples.Hits, Samples.Response.Query, Samples.Catalogue));
        yield return Case("paragraph", ParagraphPage.Write(Samples.Paragraph, Samples.Catalogue));
        yield return Case("documents", DocumentsPage.Write(new(), Samples.Documents, 1, Samples.Catalogue));
        yield return Case("themes", ThemesPage.Write(
            new ThemesResponse(7, "1", Samples.Themes),
            [Samples.Rights],
            _ => new MeasuredQuality(0.9, 0.8, 0.85, 0.8, 0.9),
            Samples.Catalogue));
        yield return Case("help", HelpPage.Write(Samples.Catalogue));
        yield return Case("status", StatusPage.Write(Samples.Status, Samples.Catalogue));
        yield return Case("problem", ProblemPage.Write(ProblemFor.NotReady, "trace"));
    }

    [TestCaseSource(nameof(AllPages))]
    public void Every_page_nests_its_elements_and_gives_each_id_once(string html)
    {
        // Void elements closed and bare attributes given a value, the page is XML: a strict parser then checks the
        // nesting.
        string xml = VoidElement().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "<$1$2/>");
        xml = BareAttribute().Replace(xml, m => BareName().Replace(m.Value, " $1=\"\""));
        var page = XDocument.Parse(xml);

        List<string> ids = [.. page.Descendants().Select(one => one.Attribute("id")?.Value).OfType<string>()];
        Assert.That(ids, Is.Unique);
        Assert.That(page.Descendants("h1").Count(), Is.EqualTo(1));
        Assert.That(page.Descendants("main").Count(), Is.EqualTo(1));
        Assert.That(page.Descendants("head").Single().Element("title")?.Value, Is.Not.Empty);
    }

    [TestCaseSource(nameof(AllPages))]
    public void No_page_holds_inline_script_or_style(string html)
    {
        Assert.That(html, Does.Not.Match("<style|<script>|\\son[a-z]+=|\\sstyle=|javascript:"));
        Assert.That(Regex.Count(html, "<script"), Is.EqualTo(1));
    }

    [Test]
    public void A_hit_is_encoded_and_its_spans_are_marked_by_code_points()
    {
        string html = ResultsPage.Write(Samples.Request, Samples.Response, Samples.Catalogue);

        Assert.That(html, Does.Contain(
            "welcomed <mark>technical assistance</mark> 🛰 that respects privacy &amp; due process"));
        Assert.That(html, Does.Contain("&lt;who&gt;"));
        // Behind the satellite, which takes two code units: offsets that were taken for UTF-16 would be one off.
        Assert.That(html, Does.Contain("<q>privacy</q>").And.Contain("<q>due process</q>"));
    }

    [Test]
    public void The_count_is_one_status_and_the_reading_and_the_repair_are_shown()
    {
        string html = ResultsPage.Write(Samples.Request, Samples.Response, Samples.Catalogue);

        Assert.That(Regex.Count(html, "role=\"status\""), Is.EqualTo(1));
        Assert.That(html, Does.Contain("paragraphs with “technical assistance” as a phrase"));
        Assert.That(html, Does.Contain("A quotation mark without its partner"));
        Assert.That(html, Does.Contain("capacities"));
    }

    [Test]
    public void A_facet_link_adds_its_filter_and_the_link_of_one_in_use_takes_it_away()
    {
        string html = ResultsPage.Write(Samples.Request, Samples.Response, Samples.Catalogue);
        string more =
            "/?q=%22technical%20assistance%22%20capac%2A&theme=capacity&theme=rights&-issuer=Ministry%20of%20Silence";
        string less = "/?q=%22technical%20assistance%22%20capac%2A&-issuer=Ministry%20of%20Silence";

        Assert.That(html, Does.Contain(Encoded(more)));
        Assert.That(html, Does.Contain(Encoded(less)));
    }

    [Test]
    public void The_form_keeps_filters_and_order()
    {
        PassageRequest request = Samples.Request with { Sort = PassageSort.DateDescending, IsOr = true };
        string html = ResultsPage.Write(request, Samples.Response, Samples.Catalogue);

        Assert.That(html, Does.Contain("<input type=\"hidden\" name=\"theme\" value=\"capacity\">"));
        Assert.That(html, Does.Contain("<input type=\"hidden\" name=\"-issuer\" value=\"Ministry of Silence\">"));
        Assert.That(html, Does.Contain("<input type=\"hidden\" name=\"sort\" value=\"-date\">"));
        Assert.That(html, Does.Contain("<input type=\"hidden\" name=\"operator\" value=\"or\">"));
    }

    [Test]
    public void A_paragraph_in_another_language_says_so_and_finds_its_own_direction()
    {
        string html = ResultsPage.Write(Samples.Request, Samples.Response, Samples.Catalogue);

        Assert.That(html, Does.Contain("lang=\"ar\" dir=\"auto\">تؤكد"));
    }

    [Test]
    public void A_document_keeps_the_marks_and_links_its_matches()
    {
        string html = DocumentPage.Write(
            Samples.Document, Samples.Request, Samples.Hits, Samples.Response.Query, Samples.Catalogue);

        Assert.That(html, Does.Contain("<mark>technical assistance</mark>"));
        Assert.That(html, Does.Contain($"href=\"#{Samples.LongHit.Id}\">↓ Next match"));
        Assert.That(html, Does.Contain($"href=\"#{Samples.Hit.Id}\">↑ Previous match"));
        Assert.That(html, Does.Contain("id=\"p4\""));
        Assert.That(html, Does.Contain(">page 3<"));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("a book")]
    public void A_source_that_is_no_web_address_is_text(string source)
    {
        string html = DocumentPage.Write(
            Samples.Document with { Source = source }, new PassageRequest(), new Dictionary<string, PassageHit>(),
                null, Samples.Catalogue);

        Assert.That(html, Does.Contain("<dd>" + source).And.Not.Contain($"href=\"{source}"));
    }

    private static TestCaseData Case(string name, string html) => new TestCaseData(html).SetArgDisplayNames(name);

    private static string Encoded(string url) => "href=\"" + url.Replace("&", "&amp;", StringComparison.Ordinal) + "\"";

    [GeneratedRegex("<(meta|link|input)((?:\\s[^<>]*)?)>")]
    private static partial Regex VoidElement();

    [GeneratedRegex("<[a-z][^<>]*>")]
    private static partial Regex BareAttribute();

    [GeneratedRegex("\\s([a-z-]+)(?=[\\s/>])(?![^\"<>]*\"(?:[^\"<>]*\"[^\"<>]*\")*[^\"<>]*>)")]
    private static partial Regex BareName();
}
