using System.Text;
using Search.Text.Compounds;

namespace Search.Text.Tests.Compounds;

internal sealed class CombiningFormsTests
{
    [TestCase("cybercrime", "cyber|crime")]
    [TestCase("cooperation", "co|operation")]
    [TestCase("counterterrorism", "counter|terrorism")]
    [TestCase("multistakeholder", "multi|stakeholder")]
    [TestCase("nonproliferation", "non|proliferation")]
    [TestCase("international", "inter|national")]
    [TestCase("transnational", "trans|national")]
    [TestCase("extraterritorial", "extra|territorial")]
    [TestCase("email", "e|mail")]
    [TestCase("reuse", "re|use")]
    [TestCase("reestablish", "re|establish")]
    [TestCase("postwar", "post|war")]
    [TestCase("microorganism", "micro|organism")]
    public void A_joined_word_is_taken_apart(string word, string expected)
    {
        bool splits = CombiningForms.TrySplit(word, out ReadOnlySpan<char> first, out ReadOnlySpan<char> rest);
        Assert.That(splits ? $"{first}|{rest}" : null, Is.EqualTo(expected));
        Assert.That(CombiningForms.CanJoin(first, rest), Is.True);
        Assert.That(
            CombiningForms.TrySplit(
                Encoding.UTF8.GetBytes(word), out ReadOnlySpan<byte> firstBytes, out ReadOnlySpan<byte> restBytes),
            Is.True);
        Assert.That(
            $"{Encoding.UTF8.GetString(firstBytes)}|{Encoding.UTF8.GetString(restBytes)}", Is.EqualTo(expected));
    }

    [TestCase("report")]
    [TestCase("inform")]
    [TestCase("cost")]
    [TestCase("court")]
    [TestCase("company")]
    [TestCase("control")]
    [TestCase("reform")]
    [TestCase("resign")]
    [TestCase("real")]
    [TestCase("overtime")]
    [TestCase("understanding")]
    [TestCase("equality")]
    [TestCase("emission")]
    [TestCase("transparent")]
    [TestCase("transparency")]
    [TestCase("extraordinary")]
    [TestCase("departure")]
    [TestCase("process")]
    [TestCase("cyber")]
    [TestCase("postal")]
    [TestCase("co")]
    [TestCase("e")]
    [TestCase("")]
    [TestCase("cybercrimé")]
    [TestCase("cyber2020")]
    public void A_word_that_is_none_of_the_kind_stays_whole(string word)
    {
        Assert.Multiple(() =>
        {
            Assert.That(CombiningForms.TrySplit(word, out _, out _), Is.False);
            Assert.That(CombiningForms.TrySplit(Encoding.UTF8.GetBytes(word), out _, out _), Is.False);
        });
    }

    [TestCase("cyber", true)]
    [TestCase("co", true)]
    [TestCase("e", true)]
    [TestCase("over", false)]
    [TestCase("Cyber", false)]
    [TestCase("", false)]
    public void First_parts_are_known_by_their_exact_form(string word, bool expected)
    {
        Assert.Multiple(() =>
        {
            Assert.That(CombiningForms.IsCombiningForm(word), Is.EqualTo(expected));
            Assert.That(CombiningForms.IsCombiningForm(Encoding.UTF8.GetBytes(word)), Is.EqualTo(expected));
        });
    }

    [Test]
    public void Words_join_only_where_the_joined_word_would_be_split()
    {
        Assert.Multiple(() =>
        {
            Assert.That(CombiningForms.CanJoin("cyber", "crime"), Is.True);
            Assert.That(CombiningForms.CanJoin("cyber"u8, "crime"u8), Is.True);
            Assert.That(CombiningForms.CanJoin("re", "port"), Is.False);
            Assert.That(CombiningForms.CanJoin("over"u8, "time"u8), Is.False);
        });
    }
}
