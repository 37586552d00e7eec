using Search.Text.Breaking;

namespace Search.Text.Tests.Breaking;

internal sealed class SentenceBreakerTests
{
    [Test]
    public void Every_line_of_the_Unicode_sentence_break_test_breaks_where_it_says()
    {
        int lines = 0;
        Assert.Multiple(() =>
        {
            foreach ((string text, int[] boundaries, string line)
                in BreakTestFile.Read("auxiliary/SentenceBreakTest.txt"))
            {
                lines++;
                Assert.That(Boundaries(text, joinsAbbreviations: false), Is.EqualTo(boundaries), line);
            }
        });
        Assert.That(lines, Is.GreaterThan(500));
    }

    [TestCase("One. Two! Three? “Four.” Five", "One. |Two! |Three? |“Four.” |Five")]
    [TestCase("See Art. 5 and paras. 3 and 4. Then go.", "See Art. 5 and paras. 3 and 4. |Then go.")]
    [TestCase("Under Art. IV States agree.", "Under Art. IV States agree.")]
    [TestCase("ETS No. 185. The end.", "ETS No. 185. |The end.")]
    [TestCase("No. We disagree.", "No. |We disagree.")]
    [TestCase("The U.S. Government agreed. So did the U.K. The rest did not.",
        "The U.S. Government agreed. |So did the U.K. |The rest did not.")]
    [TestCase("Mr. Smith met J. R. Doe, e.g. Monday.", "Mr. Smith met J. R. Doe, e.g. Monday.")]
    [TestCase("Malware, etc. However, it fell.", "Malware, etc. |However, it fell.")]
    [TestCase("On 3 Feb. 2019 it was 3.5 p.m. GMT.", "On 3 Feb. 2019 it was 3.5 p.m. GMT.")]
    [TestCase("So did I. Then we left.", "So did I. |Then we left.")]
    [TestCase("M. Dupont parle. Cf. Art. 2.", "M. Dupont parle. |Cf. Art. 2.")]
    [TestCase("He left... Everyone stayed.", "He left... |Everyone stayed.")]
    [TestCase("", "")]
    public void Abbreviations_end_no_sentence_where_it_goes_on(string text, string expected)
    {
        List<string> sentences = [];
        SentenceBreaker breaker = new(text, joinsAbbreviations: true);
        while (breaker.MoveNext())
        {
            sentences.Add(text[breaker.Start..breaker.End]);
        }

        Assert.That(string.Join('|', sentences), Is.EqualTo(expected));
    }

    [Test]
    public void Sentences_cover_any_text_and_joining_only_takes_boundaries_away()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int round = 0; round < 10_000; round++)
        {
            string text = RandomText.Next(random, random.Next(30)) + "No. A Art. 5 U.S. The x."[random.Next(20)..];
            List<int> all = Boundaries(text, joinsAbbreviations: false);
            List<int> joined = Boundaries(text, joinsAbbreviations: true);
            Assert.That(all.LastOrDefault(), Is.EqualTo(text.Length));
            Assert.That(joined.LastOrDefault(), Is.EqualTo(text.Length));
            Assert.That(joined, Is.SubsetOf(all));
        }
    }

    private static List<int> Boundaries(string text, bool joinsAbbreviations)
    {
        List<int> boundaries = [];
        SentenceBreaker breaker = new(text, joinsAbbreviations);
        while (breaker.MoveNext())
        {
            Assert.That(breaker.Start, Is.EqualTo(boundaries.LastOrDefault()));
            boundaries.Add(breaker.End);
        }

        return boundaries;
    }
}
