using NUnit.Framework;
using Search.Bench.Comparing;
using Search.Bench.Growing;
using Search.Bench.Inputs;
using Search.Bench.Measuring;

namespace Search.Bench.Tests.Comparing;

/// <summary>Tests of tables, bars and the comparison of answers.</summary>
public class ComparingTests
{
    [TestCase("term_common", 1, 8)]
    [TestCase("or5", 1, 8)]
    [TestCase("or", 1, 6)]
    [TestCase("and", 2, 5)]
    [TestCase("phrase", 2, 4)]
    [TestCase("phrase_common", 2, 6)]
    [TestCase("prefix", 3, 3)]
    [TestCase("wildcard", 3, 3)]
    [TestCase("fuzzy1", 3, 3)]
    [TestCase("fuzzy2", 3, 3)]
    [TestCase("term_rare", 3, 1)]
    public void Every_class_has_its_bar(string name, int number, double least) =>
        Assert.That(QueryBars.Exact(name), Is.EqualTo((number, least)));

    [Test]
    public void A_bar_asks_median_and_99th_percentile_alike()
    {
        Assert.That(BarRow.AtLeast(1, "x", new ClassTimes(8, 8), 8).IsMet, Is.True);
        Assert.That(BarRow.AtLeast(1, "x", new ClassTimes(9, 7.9), 8).IsMet, Is.False);
        Assert.That(BarRow.AtLeast(1, "x", new ClassTimes(7.9, 9), 8).IsMet, Is.False);
        Assert.That(BarRow.AtMost(8, "x", 50, 50, "ms").IsMet, Is.True);
        Assert.That(BarRow.AtMost(8, "x", 50.1, 50, "ms").IsMet, Is.False);
    }

    [Test]
    public void Each_bar_of_a_class_is_a_row()
    {
        Measurement all = Measured(ours: 10, faceted: 20, uncounted: 10, exact: 80, pruned: 10);
        IReadOnlyList<BarRow> rows = QueryBars.Judge(all);
        (int, bool)[] expected = [(1, true), (1, true), (4, true), (4, false)];
        Assert.That(rows.Select(row => (row.Number, row.IsMet)), Is.EqualTo(expected));
        Assert.That(QueryBars.Judge(all with { Columns = [.. all.Columns.Take(1)] }), Is.Empty);
    }

    [Test]
    public void Growth_is_judged_by_that_of_lucene()
    {
        Measurement small = Measured(ours: 10, faceted: 10, uncounted: 10, exact: 10, pruned: 10);
        Measurement large = Measured(ours: 20, faceted: 40, uncounted: 30, exact: 30, pruned: 30);
        IEnumerable<bool> met = Growth.Judge(small, large).Select(row => row.IsMet);
        Assert.That(met, Is.EqualTo([true, false, true]));
    }

    [Test]
    public void Differing_counts_and_scores_are_named()
    {
        Measurement all = Measured(ours: 1, faceted: 1, uncounted: 1, exact: 1, pruned: 1);
        using var equal = new StringWriter();
        Assert.That(Equality.Write(equal, all), Is.Zero);

        Column lucene = all.Columns[3];
        QueryTiming wrong = lucene.Timings[0]! with { Hits = 6, Top = [new ScoredDoc(1, 2.1f)] };
        Measurement differing = all with { Columns = [.. all.Columns.Take(3), lucene with { Timings = [wrong] }] };
        using var output = new StringWriter();
        Assert.That(Equality.Write(output, differing), Is.EqualTo(2));
        Assert.That(output.ToString(), Does.Contain("ours 5, Lucene exact 6"));
    }

    [Test]
    public void Scores_may_differ_by_the_rounding_of_single_precision()
    {
        Assert.That(Equality.HaveSameScores([new(1, 10f)], [new(1, 10.000001f)]), Is.True);
        Assert.That(Equality.HaveSameScores([new(1, 10f)], [new(1, 10.001f)]), Is.False);
        Assert.That(Equality.HaveSameScores([new(1, 10f)], []), Is.False);
    }

    [Test]
    public void Tables_show_how_many_times_as_fast_and_what_is_missed()
    {
        Measurement all = Measured(ours: 10, faceted: 20, uncounted: 10, exact: 80, pruned: 10);
        using var output = new StringWriter();
        ClassTable.Write(output, all);
        BarRow.Write(output, "Bars", QueryBars.Judge(all));
        Assert.That(output.ToString(), Does.Contain("| or5 | 5 | 10.0 / 10.0 (8.0 / 8.0) | 20.0 / 20.0 (4.0 / 4.0) |"));
        Assert.That(output.ToString(), Does.Contain("Bars: 3 of 4 met."));
        Assert.That(output.ToString(), Does.Contain("| 1.00 / 1.00 times | at least 2.0 | **missed** |"));
    }

    private static Measurement Measured(int ours, int faceted, int uncounted, int exact, int pruned)
    {
        (Side Side, int Microseconds)[] sides =
        [
            (Side.Ours, ours),
            (Side.OursFaceted, faceted),
            (Side.OursUncounted, uncounted),
            (Side.LuceneExact, exact),
            (Side.LucenePruned, pruned),
        ];
        return new Measurement(
            100,
            [new ClassQuery("or5", ["a", "b"])],
            [.. sides.Select(side => new Column(
                side.Side, [new QueryTiming(5, side.Microseconds * 1000L, [new ScoredDoc(1, 2f)])]))]);
    }
}
