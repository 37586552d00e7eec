using System.Globalization;
using NUnit.Framework;
using Search.Queries.Dates;

namespace Search.Queries.Tests.Dates;

/// <summary>Dates that are known to the year, the month or the day.</summary>
public class PartialDateTests
{
    [TestCase("2019", "2019-01-01", "2019-12-31")]
    [TestCase("2019-02", "2019-02-01", "2019-02-28")]
    [TestCase("2020-02", "2020-02-01", "2020-02-29")]
    [TestCase("2019-07-31", "2019-07-31", "2019-07-31")]
    [TestCase("0001", "0001-01-01", "0001-12-31")]
    [TestCase("9999-12", "9999-12-01", "9999-12-31")]
    public void A_date_is_its_whole_interval(string text, string first, string last)
    {
        Assert.That(PartialDate.TryParse(text, out PartialDate date), Is.True);
        Assert.That(date.First, Is.EqualTo(DateOnly.Parse(first, CultureInfo.InvariantCulture)));
        Assert.That(date.Last, Is.EqualTo(DateOnly.Parse(last, CultureInfo.InvariantCulture)));
        Assert.That(date.ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("19")]
    [TestCase("0000")]
    [TestCase("20190")]
    [TestCase("2019-13")]
    [TestCase("2019-00")]
    [TestCase("2019-7")]
    [TestCase("2019-02-29")]
    [TestCase("2019-07-32")]
    [TestCase("2019/07/31")]
    [TestCase("31-07-2019")]
    [TestCase(" 2019")]
    [TestCase("２０１９")]
    [TestCase("abcd")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.That(PartialDate.TryParse(text, out PartialDate date), Is.False);
        Assert.That(date, Is.EqualTo(default(PartialDate)));
    }

    [Test]
    public void Dates_are_compared_by_value_and_precision()
    {
        Assert.That(Read("2019"), Is.EqualTo(Read("2019")));
        Assert.That(Read("2019"), Is.Not.EqualTo(Read("2019-01-01")));
    }

    private static PartialDate Read(string text) =>
        PartialDate.TryParse(text, out PartialDate date) ? date : throw new FormatException(text);
}
