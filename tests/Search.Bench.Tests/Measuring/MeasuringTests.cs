using NUnit.Framework;
using Search.Bench.Measuring;
using Search.Bench.Serving;

namespace Search.Bench.Tests.Measuring;

/// <summary>Tests of figures and of the lines by which processes tell them.</summary>
public class MeasuringTests
{
    [Test]
    public void Median_and_99th_percentile_lie_between_their_neighbours()
    {
        ClassTimes times = ClassTimes.Of(Enumerable.Range(0, 101).Select(i => i * 1000L).Reverse());
        Assert.That((times.Median, times.P99), Is.EqualTo((50.0, 99.0)));
        Assert.That(ClassTimes.Of([1000, 2000]).Median, Is.EqualTo(1.5));
        Assert.That(ClassTimes.Of([3000]), Is.EqualTo(new ClassTimes(3, 3)));
    }

    [Test]
    public void Times_are_compared_figure_by_figure() =>
        Assert.That(new ClassTimes(6, 20).Over(new ClassTimes(3, 40)), Is.EqualTo(new ClassTimes(2, 0.5)));

    [Test]
    public void The_better_of_two_runs_keeps_the_least_of_each_figure()
    {
        var first = new QueryTiming(5, 100, [], 3000);
        var second = new QueryTiming(5, 200, [], 1000);
        QueryTiming better = QueryTiming.Better(QueryTiming.Better(null, first), second);
        Assert.That((better.BestNanoseconds, better.AllocatedBytes), Is.EqualTo((100L, 1000L)));
    }

    [Test]
    public void What_indexing_took_is_read_as_it_was_written()
    {
        var result = new IndexingResult(1000, 2.5, 0.5, 30_000_000, 3, 29_000_000, 7, 123_456);
        Assert.That(ResultLine.Read(ResultLine.Write(result)), Is.EqualTo(result));
        Assert.That((result.Rate, result.MergeRate), Is.EqualTo((400.0, 60.0)));
        Assert.That(() => ResultLine.Read("ended"), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => ResultLine.Read(null), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void The_number_of_a_status_line_is_found()
    {
        Assert.That(AnonymousMemory.Find(["VmRSS:\t 9 kB", "RssAnon:\t   1234 kB"], "RssAnon:"), Is.EqualTo(1234));
        Assert.That(AnonymousMemory.Find(["VmRSS:\t 9 kB"], "RssAnon:"), Is.Null);
    }

    [Test]
    public void What_wrk_measured_is_read_from_among_its_own_lines()
    {
        ServedClass read = Wrk.Read("and", "Running 5s test\nmeasured 5000 2500000 900 1800 2\n");
        Assert.That(read, Is.EqualTo(new ServedClass("and", 2000, 900, 1800, 2)));
        Assert.That(ServedClass.Read(read.Write()), Is.EqualTo(read));
        Assert.That(() => Wrk.Read("and", "unable to connect"), Throws.TypeOf<InvalidDataException>());
    }
}
