using NUnit.Framework;
using Search.Passages.Search;
using Search.Service.Pages;

namespace Search.Service.Tests.Pages;

/// <summary>A chip says what gave its theme: words and scheme, or who set it by hand and why.</summary>
public sealed class ThemeChipsTests
{
    [Test]
    public void A_theme_of_the_scheme_shows_its_words_and_the_version_of_the_scheme()
    {
        string page = Page(Samples.Hit.Themes[0] with { Scheme = "policy 8" });

        Assert.That(page, Does.Contain("technical assistance” (scheme policy 8)"), "what a pointer shows");
        Assert.That(page, Does.Contain("By scheme policy 8"), "what a click or a tap opens");
        Assert.That(page, Does.Contain("0.93"));
    }

    [Test]
    public void A_theme_set_by_hand_says_who_set_it_and_why()
    {
        var byHand = new PassageTheme("capacity", 1, [new PassageEvidence("override", 0, 20)])
        {
            Scheme = "policy 8",
            Override = new PassageOverride("A. Reader", "politely so"),
        };

        string page = Page(byHand);

        Assert.That(page, Does.Contain("Set by hand, in overrides.csv, by A. Reader: politely so"));
        Assert.That(page, Does.Contain("In the place of scheme policy 8"));
        Assert.That(page, Does.Not.Contain("Because of"));
    }

    private static string Page(PassageTheme theme) => ResultsPage.Write(
        Samples.Request,
        Samples.Response with { Hits = [Samples.Hit with { Themes = [theme] }] },
        Samples.Catalogue);
}
