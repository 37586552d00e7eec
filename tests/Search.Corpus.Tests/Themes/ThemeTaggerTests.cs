using NUnit.Framework;
using Search.Corpus.Themes;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeTaggerTests
{
    private const string Rules =
        """
        scheme: rules
        version: 1
        themes:
          - id: boats
            label: Boats
            bias: -1
            rules:
              - id: boats.boat
                query: boat OR "row row"
                weight: 3
              - id: boats.toy
                query: toy NEAR/2 boat
                weight: -4
        """;

    [Test]
    public void Without_a_model_the_written_weights_decide_and_the_rule_is_the_evidence()
    {
        var tagger = new ThemeTagger(ThemeSchemeTests.Load(Rules));
        string text = "Two boats and a raft. Row, row!";

        ThemeTag tag = tagger.Tag(text, null).Single();

        Assert.Multiple(() =>
        {
            Assert.That(tag.Theme, Is.EqualTo("boats"));
            Assert.That(tag.Score, Is.EqualTo(1 / (1 + Math.Exp(-2))).Within(1e-3));
            Assert.That(
                tag.Evidence.Select(evidence => (evidence.Rule, text[evidence.Start..evidence.End])),
                Is.EqualTo([("boats.boat", "boats"), ("boats.boat", "Row, row")]));
            Assert.That(tagger.Tag("A toy boat.", null), Is.Empty);
            Assert.That(tagger.Tag("A raft.", null), Is.Empty);
            Assert.That(tagger.Tag("", null), Is.Empty);
        });
    }

    [TestCase("new-treaty",
        "A further convention on cybercrime is unnecessary: it would duplicate the Budapest Convention, drain "
        + "resources and divide the experts. We will vote against the draft resolution.")]
    [TestCase("threats", "Ransomware gangs shut two hospitals last year and stole the data of a million patients.")]
    [TestCase("rights", "Surveillance without a warrant violates the right to privacy and freedom of expression.")]
    [TestCase("capacity",
        "The programme offers technical assistance and training for investigators in developing countries.")]
    public void Plain_paragraphs_carry_their_theme_with_evidence_inside_the_text(string theme, string text)
    {
        var tagger = new ThemeTagger(ShippedScheme.Value);

        IReadOnlyList<ThemeTag> tags = tagger.Tag(text, "statement, 2019");

        ThemeTag? tag = tags.FirstOrDefault(tag => tag.Theme == theme);
        Assert.That(tag, Is.Not.Null);
        Assert.Multiple(() =>
        {
            Assert.That(tag!.Score, Is.GreaterThan(0).And.LessThanOrEqualTo(1)); // checked above
            Assert.That(tag.Evidence, Is.Not.Empty);
            Assert.That(tag.Evidence.All(item => item.Start >= 0 && item.Start < item.End && item.End <= text.Length));
            Assert.That(tag.Evidence, Is.Ordered.By(nameof(ThemeEvidence.Start)));
        });
    }

    [TestCase("The meeting rose at noon and will resume on Friday.")]
    [TestCase("Any Party may denounce this Convention by means of a notification addressed to the depositary.")]
    [TestCase("We welcome the adoption of the United Nations Convention against Cybercrime and will ratify it soon.")]
    public void Plain_paragraphs_of_no_theme_carry_no_opposition(string text) =>
        Assert.That(
            new ThemeTagger(ShippedScheme.Value).Tag(text, null).Select(tag => tag.Theme),
                Has.None.EqualTo("new-treaty"));

    [Test]
    public void The_same_paragraph_is_tagged_alike_by_every_tagger_and_after_others()
    {
        string text = "Hackers emptied the accounts of pensioners; officers need training, and privacy a defender.";
        var tagger = new ThemeTagger(ShippedScheme.Value);
        string first = Describe(tagger.Tag(text, "report"));
        tagger.Tag("Something else entirely, about ransomware and rights.", "other", "heading");

        Assert.Multiple(() =>
        {
            Assert.That(Describe(tagger.Tag(text, "report")), Is.EqualTo(first));
            Assert.That(Describe(new ThemeTagger(ShippedScheme.Value).Tag(text, "report")), Is.EqualTo(first));
        });
    }

    [Test]
    public void The_statement_that_a_new_treaty_consumes_resources_is_tagged_as_opposition()
    {
        string path = TestData.Find("corpus/quintet-2019/statement-on-international-cooperation-on-cybercrime.txt");
        string paragraph = File.ReadAllText(path).Replace("\r", "").Split("\n\n")
            .Single(part => part.Contains("consumes valuable political and financial resources"));

        ThemeTag? tag = new ThemeTagger(ShippedScheme.Value)
            .Tag(paragraph.Trim(), "Quintet of Attorneys General Statement on international cooperation on cybercrime")
            .FirstOrDefault(tag => tag.Theme == "new-treaty");

        Assert.That(tag, Is.Not.Null);
        Assert.That(tag!.Evidence.Select(item => item.Rule), Has.Some.StartsWith("new-treaty.")); // checked above
    }

    private static string Describe(IReadOnlyList<ThemeTag> tags) => string.Join(
        "; ", tags.Select(tag => $"{tag.Theme} {tag.Score} {string.Join(',', tag.Evidence)}"));
}
