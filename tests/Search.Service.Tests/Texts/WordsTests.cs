using NUnit.Framework;
using Search.Service.Texts;

namespace Search.Service.Tests.Texts;

public sealed class WordsTests
{
    [TestCase("2019", "2019")]
    [TestCase("2019-07", "July 2019")]
    [TestCase("2019-07-09", "9 July 2019")]
    [TestCase("2019-13", "2019-13")]
    [TestCase("soon", "soon")]
    public void Dates_are_written_as_far_as_they_are_known(string iso, string words) =>
        Assert.That(Words.Date(iso), Is.EqualTo(words));

    [Test]
    public void Thousands_are_set_apart() => Assert.That(Words.Number(1_234_567), Is.EqualTo("1\u202f234\u202f567"));

    [Test]
    public void One_is_not_many() => Assert.That(Words.Count(1, "hit", "hits"), Is.EqualTo("1 hit"));
}
