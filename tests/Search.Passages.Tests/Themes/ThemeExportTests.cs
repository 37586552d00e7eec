using System.Text.Json;
using NUnit.Framework;
using Search.Passages.Search;
using Search.Passages.Themes;

namespace Search.Passages.Tests.Themes;

/// <summary>An export carries each tag with all that a reader needs to check and to cite it.</summary>
public sealed class ThemeExportTests
{
    [Test]
    public void Each_tag_is_a_line_with_its_evidence_and_the_version_of_the_scheme()
    {
        using TestCorpus corpus = Tagged();
        using PassageIndex index = corpus.Indexed();
        JsonElement[] rows = Json(index, new PassageRequest());

        Assert.That(rows, Has.Length.EqualTo(4));
        foreach (JsonElement row in rows)
        {
            PassageHit passage = index.Paragraph(Text(row, "paragraph"))!;
            JsonElement evidence = row.GetProperty("evidence")[0];
            Assert.Multiple(() =>
            {
                Assert.That(Text(row, "theme"), Is.EqualTo("danger"));
                Assert.That(Text(row, "source"), Is.EqualTo("scheme"));
                Assert.That(Text(row, "scheme"), Is.EqualTo("test 1"));
                Assert.That(passage.Themes[0].Scheme, Is.EqualTo("test 1"));
                Assert.That(row.GetProperty("score").GetDouble(), Is.EqualTo(passage.Themes[0].Score));
                Assert.That(Text(evidence, "rule"), Is.EqualTo("danger.word"));
                Assert.That(Text(evidence, "words"), Is.EqualTo("ransomware").IgnoreCase);
                Assert.That(Text(row, "text"), Is.EqualTo(passage.Text));
                Assert.That(Text(row, "paragraph"), Does.Contain("~" + Text(row, "content_hash")));
            });
        }
    }

    [Test]
    public void A_tag_set_by_hand_says_who_set_it_and_why()
    {
        using TestCorpus corpus = Tagged();
        using PassageIndex index = corpus.Indexed();
        string missed = index.Search(TestCorpus.Request("judges")).Hits.Single().Id;
        corpus.Write("overrides.csv", $"""
            paragraph,theme,tag,who,why
            {missed.Split('~')[1]},danger,yes,A. Reader,"says so, if politely"
            """);
        _ = TestCorpus.Reindex(index);

        JsonElement row = Json(index, new PassageRequest { Q = "judges" }).Single();
        Assert.Multiple(() =>
        {
            Assert.That(Text(row, "source"), Is.EqualTo("override"));
            Assert.That(Text(row, "override_who"), Is.EqualTo("A. Reader"));
            Assert.That(Text(row, "override_why"), Is.EqualTo("says so, if politely"));
            Assert.That(Text(row, "scheme"), Is.EqualTo("test 1"));
            Assert.That(row.GetProperty("score").GetDouble(), Is.EqualTo(1));
            Assert.That(
                index.Paragraph(missed)!.Themes.Single().Override,
                Is.EqualTo(new PassageOverride("A. Reader", "says so, if politely")));
        });
    }

    [Test]
    public void The_table_has_a_column_for_each_and_quotes_what_needs_it()
    {
        using TestCorpus corpus = Tagged();
        using PassageIndex index = corpus.Indexed();
        string[] lines = [.. ThemeExport.Lines(index, new PassageRequest(), isCsv: true)];

        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(5));
            Assert.That(lines[0], Is.EqualTo(ThemeExport.CsvHead));
            Assert.That(lines[0], Does.StartWith("paragraph,content_hash,document").And.EndWith(",text"));
            Assert.That(lines[1..], Has.All.Contain(",danger,").And.All.Contain(",danger.word,"));
        });
    }

    [Test]
    public void What_a_spreadsheet_would_run_is_told_to_be_text()
    {
        ThemeTagRow row = new(
            "d~0123456789ab", "0123456789ab", "d", "=A \"title\"", null, null, 1, null, "danger", 0.5, "scheme", [],
            null, null, null, "One,\ntwo");

        Assert.That(
            ThemeExport.Csv(row),
            Is.EqualTo("d~0123456789ab,0123456789ab,d,"
                + "\"'=A \"\"title\"\"\",,,1,,danger,0.5,scheme,,,,,,,\"One,\ntwo\""));
    }

    [Test]
    public void Of_a_filter_by_theme_only_its_tags_are_exported()
    {
        using TestCorpus corpus = Tagged();
        using PassageIndex index = corpus.Indexed();

        Assert.That(Json(index, TestCorpus.Request(null, "theme=danger")), Has.Length.EqualTo(4));
        Assert.That(Json(index, TestCorpus.Request(null, "theme=calm")), Is.Empty);
        Assert.That(Json(index, TestCorpus.Request("nosuchword")), Is.Empty);
    }

    private static JsonElement[] Json(PassageIndex index, PassageRequest request) =>
    [
        .. ThemeExport.Lines(index, request, isCsv: false).Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static TestCorpus Tagged()
    {
        var corpus = TestCorpus.Small();
        corpus.Write("themes.yaml", """
            scheme: test
            version: 1
            themes:
              - id: danger
                label: Danger
                definition: Speaks of ransomware.
                bias: -2
                rules:
                  - id: danger.word
                    query: ransomware
                    weight: 4
            """);
        return corpus;
    }
}
