using NUnit.Framework;

namespace Search.Engine.Tests.Searching;

/// <summary>What each kind of query finds and marks, by examples.</summary>
internal sealed class QueryMeaningTests
{
    [TestCase("technical assistance", "technical|assistance")]
    [TestCase("assist", "assistance")]
    [TestCase("=assist", "")]
    [TestCase("=assistance", "assistance")]
    [TestCase("\"technical assistance\"", "technical assistance")]
    [TestCase("\"technical assist\"", "")]
    [TestCase("\"technical ~assist\"", "technical assistance")]
    [TestCase("\"assistance technical\"", "")]
    [TestCase("\"assistance technical\"~2", "technical|assistance")]
    [TestCase("\"technical * for\"", "technical assistance for")]
    [TestCase("\"tech* assist*\"", "technical assistance")]
    [TestCase("technical NEAR/2 states", "")]
    [TestCase("technical NEAR/4 states", "technical|states")]
    [TestCase("states NEAR/4 technical", "technical|states")]
    [TestCase("states ONEAR/4 technical", "")]
    [TestCase("technical ONEAR/4 states", "technical|states")]
    [TestCase("tech* NEAR/3 (developing OR developed)", "technical|developing")]
    [TestCase("cooperation", "co-operation")]
    [TestCase("co-operation", "co-operation")]
    [TestCase("\"co operation\"", "co-operation")]
    [TestCase("cyber-crime", "Cybercrime")]
    [TestCase("\"cyber crime\"", "Cybercrime")]
    [TestCase("cybercrime", "Cybercrime")]
    [TestCase("cybercrime NOT terrorism", "Cybercrime")]
    [TestCase("NOT terrorism", "")]
    [TestCase("cybercrme~1", "Cybercrime")]
    [TestCase("/cyb.*me/", "Cybercrime")]
    [TestCase("c*ime", "Cybercrime")]
    [TestCase("cyber-crim*", "")]
    [TestCase("co-oper*", "co-operation")]
    [TestCase("A/RES/74/247", "A/RES/74/247")]
    [TestCase("cafe", "Café")]
    [TestCase("terrorism OR states", "states")]
    public void A_query_marks_what_it_matches(string query, string marked)
    {
        const string Text =
            "Cybercrime needs technical assistance for developing states, co-operation (A/RES/74/247), Café.";

        Assert.That(string.Join('|', SmallIndex.Marked(Text, query)), Is.EqualTo(marked));
    }

    [TestCase("police /s courts", "police|courts")]
    [TestCase("police /s evidence", "")]
    [TestCase("police /p evidence", "police|evidence")]
    [TestCase("courts /s art", "courts|Art")]
    [TestCase("(police OR evidence) /s =share", "share|evidence")]
    public void A_sentence_connector_binds_to_sentences(string query, string marked)
    {
        const string Text = "The police ask the courts, under Art. 5 and so on. They share evidence.";

        Assert.That(string.Join('|', SmallIndex.Marked(Text, query)), Is.EqualTo(marked));
        Assert.That(SmallIndex.Of(Text).Hits(query), Has.Length.EqualTo(marked.Length > 0 ? 1 : 0));
    }

    [Test]
    public void Pure_negatives_leave_all_other_documents()
    {
        var index = SmallIndex.Of("red fox", "blue fox", "red hen");

        Assert.That(index.Hits("NOT red"), Is.EqualTo((int[])[1]));
        Assert.That(index.Hits("fox AND (NOT red)"), Is.EqualTo((int[])[1]));
    }

    [Test]
    public void Dates_match_on_overlap()
    {
        var index = new SmallIndex();
        (string First, string Last)[] dates =
            [("2018-01-01", "2018-12-31"), ("2019-07-01", "2019-07-31"), ("2020-02-02", "2020-02-02")];
        foreach ((string first, string last) in dates)
        {
            index.Add(new Engine.Indexing.IndexDocument().Add("date", Day(first), Day(last)));
        }

        Assert.That(index.Hits("date:2019"), Is.EqualTo((int[])[1]));
        Assert.That(index.Hits("date:[2018-06 TO 2019-07-15]"), Is.EqualTo((int[])[0, 1]));
        Assert.That(index.Hits("date:{2018 TO *]"), Is.EqualTo((int[])[1, 2]));
        Assert.That(index.Hits("date:*"), Is.EqualTo((int[])[0, 1, 2]));
        Assert.That(index.Hits("title:*"), Is.Empty);
    }

    private static int Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
