using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Models;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeModelFileTests
{
    private const string Text =
        "# learnt from nothing\nthemes\ta\tb\nbias\t-1\t0.5\nslope\t1\t1.25\nshift\t0\t-0.125\nthreshold\t0.5\t0.4\n"
        + "rule a.x\t2\t0\npair good dog\t0.5\t-0.5\nstem cat\t1\t0\ntitle cat\t-1\t0\n";

    [Test]
    public void What_was_written_is_read_and_written_alike()
    {
        ThemeModel model = ThemeModelFile.Read("m", Text);
        string again = ThemeModelFile.Write(
            model.Receipt,
            model.Themes,
            [("rule a.x", model.Rules["a.x"]), .. Enumerable.Range(0, model.Space.Count)
                .Select(i => (model.Space.Name(i), model.Weights[(i * 2)..((i * 2) + 2)]))]);

        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(Text));
            Assert.That(model.Themes[1], Is.EqualTo(new ThemeCurve("b", 0.5, 1.25, -0.125, 0.4f)));
            Assert.That(model.Themes[1].Probability(1.3), Is.EqualTo(1 / (1 + Math.Exp(-1.5))).Within(1e-12));
        });
    }

    [TestCase("slope\t1\t1.25\n", "", 0)]
    [TestCase("stem cat\t1\t0", "stem cat\t1", 9)]
    [TestCase("stem cat\t1\t0", "stem cat\t1\tx", 9)]
    [TestCase("stem cat", "stemm cat", 9)]
    [TestCase("title cat", "stem cat", 10)]
    [TestCase("stem cat\t1\t0", "stem cat\t1\t∞", 9)]
    public void A_wrong_line_is_refused_by_its_number(string from, string to, int line)
    {
        var error = Assert.Throws<ThemeSchemeException>(() =>
            ThemeModelFile.Read("m", Text.Replace(from, to)))!; // or fails

        Assert.That(error.Line, Is.EqualTo(line));
    }
}
