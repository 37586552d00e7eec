using NUnit.Framework;
using Search.Corpus.Themes;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeSchemeTests
{
    private const string Good =
        """
        scheme: small
        version: 2
        words:
          sea: sea OR ocean
          wet: "{sea} OR rain"
        themes:
          - id: water
            label: Water
            colour: "#00f"
            definition: Speaks of water.
            bias: -1
            rules:
              - id: water.wet
                query: >-
                  {wet} NEAR/3 boat
                weight: 2
                note: Boats in the wet.
                matches: ["A boat on the ocean"]
                excludes: ["A boat on wheels", "The sea is far from any little boat"]
        """;

    [Test]
    public void The_shipped_scheme_has_its_four_themes_and_a_model()
    {
        ThemeScheme scheme = ShippedScheme.Value;

        Assert.Multiple(() =>
        {
            Assert.That(
                scheme.Themes.Select(theme => theme.Id),
                Is.EqualTo(["threats", "rights", "capacity", "new-treaty"]));
            Assert.That(scheme.Themes.All(theme => theme.Colour is not null && theme.Definition is not null));
            Assert.That(scheme.IsTrained);
            Assert.That(scheme.Receipt, Is.Not.Empty);
        });
    }

    [Test]
    public void Every_example_of_the_shipped_scheme_comes_out_as_it_says() =>
        Assert.That(ShippedScheme.Value.CheckExamples(), Is.Empty);

    [Test]
    public void A_scheme_is_read_with_its_words_put_into_its_queries()
    {
        ThemeScheme scheme = Load(Good);

        Assert.Multiple(() =>
        {
            Assert.That(scheme.Version, Is.EqualTo("small 2"));
            Assert.That(scheme.Themes[0].Rules[0].Query, Is.EqualTo("((sea OR ocean) OR rain) NEAR/3 boat"));
            Assert.That(scheme.Themes[0].Rules[0].Line, Is.EqualTo(13));
            Assert.That(scheme.CheckExamples(), Is.Empty);
        });
    }

    [Test]
    public void An_example_that_comes_out_otherwise_is_told()
    {
        ThemeScheme scheme = Load(Good.Replace("A boat on wheels", "A boat in the rain"));

        Assert.That(scheme.CheckExamples(), Has.Count.EqualTo(1)
            .And.One.Contains("should not match \"A boat in the rain\""));
    }

    [Test]
    public void Any_change_of_the_text_changes_the_fingerprint() =>
        Assert.That(Load(Good).Fingerprint, Is.Not.EqualTo(Load(Good + "\n# more").Fingerprint));

    [TestCase("version: 2", "version: two", 2, "whole number")]
    [TestCase("scheme: small", "scheme: [small]", 1, "text")]
    [TestCase("    label: Water", "    lable: Water", 8, "has no 'lable'")]
    [TestCase("  - id: water\n", "  - id: Wa ter\n", 7, "lower-case")]
    [TestCase("weight: 2", "weight: much", 16, "number")]
    [TestCase("weight: 2", "weight: .nan", 16, "number")]
    [TestCase("weight: 2", "weight: [x", 16, "bracket")]
    [TestCase("NEAR/3 boat", "NEAR/3 (boat", 14, "query that can be read")]
    [TestCase("{wet} NEAR", "{dry} NEAR", 14, "{dry}")]
    [TestCase("excludes: [", "excludes: {", 20, "YAML")]
    [TestCase("themes:", "topics:", 6, "has no 'topics'")]
    public void A_wrong_scheme_is_refused_with_line_and_what_was_expected(
        string from, string to, int line, string expected)
    {
        string text = Good.Replace("\r\n", "\n").Replace(from, to);
        Assume.That(text, Is.Not.EqualTo(Good));

        var error = Assert.Throws<ThemeSchemeException>(() => Load(text))!; // Throws gives it or fails

        Assert.Multiple(() =>
        {
            Assert.That(error.Line, Is.EqualTo(line).Within(2));
            Assert.That(error.Message, Does.Contain(expected).And.Contain("line"));
        });
    }

    [Test]
    public void An_empty_file_and_two_rules_of_one_id_are_refused()
    {
        string twice = Good + "\n" + string.Join('\n', Good.Split('\n')[12..16]);

        Assert.Multiple(() =>
        {
            Assert.Throws<ThemeSchemeException>(() => Load(""));
            Assert.Throws<ThemeSchemeException>(() => Load(twice));
        });
    }

    internal static ThemeScheme Load(string text)
    {
        using TestFolder folder = new();
        return ThemeScheme.Load(folder.Write("themes.yaml", text));
    }
}
