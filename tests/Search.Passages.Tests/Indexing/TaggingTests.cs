using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Passages.Indexing;
using Search.Passages.Search;
using Search.Passages.Themes;

namespace Search.Passages.Tests.Indexing;

/// <summary>Passages carry the themes of the scheme, with evidence, and follow its changes.</summary>
public sealed class TaggingTests
{
    [Test]
    public void A_passage_carries_its_themes_and_the_words_that_speak_for_them()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        PassageResponse response = index.Search(TestCorpus.Request(null, "theme=danger") with { Facets = ["theme"] });
        PassageHit hit = response.Hits[0];
        PassageEvidence evidence = hit.Themes.Single().Evidence[0];

        Assert.Multiple(() =>
        {
            Assert.That(response.Total, Is.EqualTo(4));
            Assert.That(response.Facets["theme"], Does.Contain(new FacetCount("danger", 4)));
            Assert.That(evidence.Rule, Is.EqualTo("danger.word"));
            Assert.That(hit.Text[evidence.Start..evidence.End], Is.EqualTo("ransomware").IgnoreCase);
            Assert.That(hit.Themes.Single().Score, Is.GreaterThan(0).And.AtMost(1));
        });
    }

    [Test]
    public void The_query_the_filter_the_facet_and_the_list_of_themes_agree()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        ThemeFacts theme = index.Themes().Themes[0];

        Assert.Multiple(() =>
        {
            Assert.That((theme.Id, theme.Label), Is.EqualTo(("danger", "Danger")));
            Assert.That((theme.Paragraphs, theme.Documents), Is.EqualTo((4L, 4)));
            Assert.That(index.Search(TestCorpus.Request("theme:DANGER")).Total, Is.EqualTo(4));
            Assert.That(index.Search(TestCorpus.Request("-theme:danger")).Total, Is.EqualTo(5));
            Assert.That(index.Search(TestCorpus.Request(null, "-theme=danger")).Total, Is.EqualTo(5));
            Assert.That(index.Document("b-undated")!.Themes, Is.EqualTo([new FacetCount("danger", 1)]));
        });
    }

    [Test]
    public void A_changed_scheme_tags_again_and_reads_no_file()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        corpus.Write("themes.yaml", Scheme("cooperation"));
        IndexRun run = TestCorpus.Reindex(index);
        IndexRun again = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((run.Read, run.IsChanged, run.Retagged), Is.EqualTo((0, true, 4)));
            Assert.That(index.Search(TestCorpus.Request(null, "theme=danger")).Total, Is.EqualTo(2));
            Assert.That(index.Search(TestCorpus.Request("ransomware")).Total, Is.EqualTo(4), "the texts stay");
            Assert.That((again.IsChanged, again.Generation), Is.EqualTo((false, run.Generation)));
        });
    }

    [Test]
    public void Tagging_again_gives_the_same_index_as_building_anew()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        corpus.Write("themes.yaml", Scheme("cooperation"));
        _ = TestCorpus.Reindex(index);
        string tagged = Everything(index);
        _ = index.RebuildAsync().GetAwaiter().GetResult();

        Assert.That(Everything(index), Is.EqualTo(tagged));
    }

    [Test]
    public void A_tag_set_by_hand_beats_the_scheme_and_is_marked()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        PassageHit wrong = index.Search(TestCorpus.Request("hospitals")).Hits.Single();
        PassageHit missed = index.Search(TestCorpus.Request("judges")).Hits.Single();
        corpus.Write("overrides.csv", $"""
            paragraph,theme,tag,who,why
            {wrong.Id.Split('~')[1]},danger,no,me,
            {missed.Id.Split('~')[1]},danger,yes,me,
            """);
        IndexRun run = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That((run.Read, run.Retagged), Is.EqualTo((0, 1)));
            Assert.That(index.Paragraph(wrong.Id)!.Themes, Is.Empty);
            Assert.That(index.Paragraph(missed.Id)!.Themes.Single().Evidence.Single().Rule, Is.EqualTo("override"));
        });
    }

    [Test]
    public void A_scheme_that_is_wrong_is_refused_and_the_last_generation_stands()
    {
        using TestCorpus corpus = Tagged("ransomware");
        using PassageIndex index = corpus.Indexed();
        corpus.Write("themes.yaml", "themes: nonsense");

        Assert.That(async () => await index.ReindexAsync(), Throws.InstanceOf<ThemeSchemeException>());
        Assert.That(index.Search(TestCorpus.Request(null, "theme=danger")).Total, Is.EqualTo(4));
    }

    private static TestCorpus Tagged(string word)
    {
        var corpus = TestCorpus.Small();
        corpus.Write("themes.yaml", Scheme(word));
        return corpus;
    }

    private static string Scheme(string word) => $"""
        scheme: test
        version: 1
        themes:
          - id: danger
            label: Danger
            definition: Speaks of {word}.
            bias: -2
            rules:
              - id: danger.word
                query: {word}
                weight: 4
        """;

    private static string Everything(PassageIndex index) =>
        string.Join('\n', index.Search(TestCorpus.Request("kind:*")).Hits.Select(hit =>
            $"{hit.Id} {hit.Title} {hit.Date} {hit.Issuer} {hit.Heading} {hit.LeadIn} {hit.Language} {hit.Text} "
            + string.Join(' ', hit.Themes.Select(theme =>
                $"{theme.Id} {theme.Score} {string.Join(' ', theme.Evidence)}"))));
}
