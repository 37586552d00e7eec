using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Manual;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeOverridesTests
{
    private const string Header = "paragraph,theme,tag,who,why\n";

    [Test]
    public void What_was_set_by_hand_beats_the_scheme_and_the_later_line_the_earlier()
    {
        ThemeOverrides overrides = Load(
            Header + "doc~0123456789ab,rights,no,Ada,name only\n0123456789ab,threats,no,,\n"
            + "0123456789abcd,threats,yes,Bo,\n");
        ThemeTag[] tags = [new("rights", 0.9, [new("rights.x", 0, 3)]), new("capacity", 0.8, [new("words", 0, 3)])];

        IReadOnlyList<ThemeTag> set = overrides.Apply(tags, "0123456789abcdef", 40);

        Assert.Multiple(() =>
        {
            Assert.That(set.Select(tag => (tag.Theme, tag.Score)), Is.EqualTo([("capacity", 0.8), ("threats", 1.0)]));
            Assert.That(set[1].Evidence.Single(), Is.EqualTo(new ThemeEvidence(ThemeOverrides.HandRule, 0, 40)));
            Assert.That(overrides.Apply(tags, "ffffffffffff", 40), Is.SameAs(tags));
            Assert.That(overrides.Items[0].Why, Is.EqualTo("name only"));
        });
    }

    [TestCase("0123,rights,yes,,", "hexadecimal")]
    [TestCase("0123456789ab,wrongs,yes,,", "one of the themes")]
    [TestCase("0123456789ab,rights,perhaps,,", "'yes' or 'no'")]
    public void A_wrong_line_is_refused_by_its_number(string line, string expected)
    {
        var error = Assert.Throws<ThemeSchemeException>(() =>
            Load(Header + "0123456789ab,rights,yes,,\n" + line))!; // or fails

        Assert.Multiple(() =>
        {
            Assert.That(error.Line, Is.EqualTo(3));
            Assert.That(error.Message, Does.Contain(expected));
        });
    }

    [Test]
    public void No_file_means_no_overrides() =>
        Assert.That(ThemeOverrides.Load("/nowhere/overrides.csv", ShippedScheme.Value).Items, Is.Empty);

    private static ThemeOverrides Load(string text)
    {
        using TestFolder folder = new();
        return ThemeOverrides.Load(folder.Write("overrides.csv", text), ShippedScheme.Value);
    }
}
