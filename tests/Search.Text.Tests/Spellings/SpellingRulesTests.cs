using Search.Text.Spellings;

namespace Search.Text.Tests.Spellings;

public sealed class SpellingRulesTests
{
    [TestCase("organisation", "organization")]
    [TestCase("organizations", "organisations")]
    [TestCase("criminalising", "criminalizing")]
    [TestCase("recognised", "recognized")]
    [TestCase("analyse", "analyze")]
    [TestCase("paralyzed", "paralysed")]
    [TestCase("interoperability", null)]
    public void A_word_with_the_suffix_has_another_spelling(string word, string? other) =>
        Assert.That(SpellingRules.Of(word)?.Word, Is.EqualTo(other));

    [TestCase("prise")]
    [TestCase("prize")]
    [TestCase("size")]
    [TestCase("resize")]
    [TestCase("rise")]
    [TestCase("arise")]
    [TestCase("exercise")]
    [TestCase("exercised")]
    [TestCase("promising")]
    [TestCase("enterprise")]
    [TestCase("advertiser")]
    [TestCase("supervised")]
    [TestCase("compromised")]
    [TestCase("expertise")]
    [TestCase("paradise")]
    [TestCase("analysis")]
    [TestCase("crisis")]
    [TestCase("crises")]
    [TestCase("basis")]
    [TestCase("system")]
    [TestCase("citizen")]
    [TestCase("")]
    [TestCase("ise")]
    public void A_word_of_which_it_is_no_suffix_has_none(string word) =>
        Assert.That(SpellingRules.Of(word), Is.Null);

    [Test]
    public void The_american_spelling_is_asked_form_by_form_since_its_stem_takes_in_other_words()
    {
        Respelling american = SpellingRules.Of("criminalisation")!;
        Assert.That(american.IsStemmed, Is.False);
        Assert.That(american.Forms, Does.Contain("criminalizes").And.Not.Contain("criminal"));
        Assert.That(SpellingRules.Of("criminalization")!.IsStemmed, Is.True);
    }
}
