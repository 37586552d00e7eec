using NUnit.Framework;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Searching;

internal sealed class SortValuesTests
{
    [Test]
    public void Values_are_read_back_as_written()
    {
        SortValue[] all =
        [
            SortValue.Missing, SortValue.OfScore(1.2345678f), SortValue.OfScore(0), SortValue.OfNumber(-7),
            SortValue.OfNumber(long.MaxValue), SortValue.OfText(string.Empty), SortValue.OfText("Ärger.mit/+Punkt 😀"),
        ];
        var values = new SortValues(all, new DocAddress(3, 12345));

        Assert.That(SortValues.TryParse(values.ToString(), out SortValues? read));
        Assert.That(read, Is.EqualTo(values));
        Assert.That(values.ToString(), Does.Match("^[A-Za-z0-9._-]+$"));
    }

    [TestCase("")]
    [TestCase("1")]
    [TestCase("a.b")]
    [TestCase("-1.2")]
    [TestCase("1.2.x")]
    [TestCase("1.2.n")]
    [TestCase("1.2.t!")]
    [TestCase("1.2.")]
    [TestCase("1.99999999999999999999")]
    public void What_was_not_written_here_is_refused(string text) =>
        Assert.That(SortValues.TryParse(text, out _), Is.False);
}
