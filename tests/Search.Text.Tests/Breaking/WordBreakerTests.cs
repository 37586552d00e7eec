using Search.Text.Breaking;

namespace Search.Text.Tests.Breaking;

internal sealed class WordBreakerTests
{
    [Test]
    public void Every_line_of_the_Unicode_word_break_test_breaks_where_it_says()
    {
        int lines = 0;
        Assert.Multiple(() =>
        {
            foreach ((string text, int[] boundaries, string line) in BreakTestFile.Read("auxiliary/WordBreakTest.txt"))
            {
                lines++;
                Assert.That(Boundaries(text), Is.EqualTo(boundaries), line);
            }
        });
        Assert.That(lines, Is.GreaterThan(1800));
    }

    [TestCase("can't stop: 3.14, 1,000.", "can't|stop|3.14|1,000")]
    [TestCase("A/RES/74/247", "A|RES|74|247")]
    [TestCase("cyber-crime U.S. law", "cyber|crime|U.S|law")]
    [TestCase("foo_bar ___ x", "foo_bar|x")]
    [TestCase("网络 犯罪", "网|络|犯|罪")]
    [TestCase("サイバー犯罪です", "サイバー|犯|罪|で|す")]
    [TestCase("صحة الإنترنت", "صحة|الإنترنت")]
    [TestCase("צה\"ל ג'ירפה", "צה\"ל|ג'ירפה")]
    [TestCase("😀 ok 👩‍💻 🇫🇷 fine", "ok|fine")]
    [TestCase("ETS No. 185", "ETS|No|185")]
    [TestCase("", "")]
    [TestCase(" ... ", "")]
    public void Words_are_the_segments_with_letters_or_digits(string text, string expected)
    {
        List<string> words = [];
        WordBreaker breaker = new(text);
        while (breaker.MoveToNextWord())
        {
            words.Add(text[breaker.Start..breaker.End]);
        }

        Assert.That(string.Join('|', words), Is.EqualTo(expected));
    }

    [Test]
    public void Going_from_word_to_word_skips_just_the_segments_that_are_no_words()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, random.Next(24));
            Assert.That(Words(text, skip: true), Is.EqualTo(Words(text, skip: false)), Escape(text));
        }
    }

    private static List<(int, int)> Words(string text, bool skip)
    {
        List<(int, int)> words = [];
        WordBreaker breaker = new(text);
        while (skip ? breaker.MoveToNextWord() : breaker.MoveNext())
        {
            if (breaker.IsWord)
            {
                words.Add((breaker.Start, breaker.End));
            }
        }

        return words;
    }

    private static List<int> Boundaries(string text)
    {
        List<int> boundaries = [];
        WordBreaker breaker = new(text);
        while (breaker.MoveNext())
        {
            Assert.That(breaker.Start, Is.EqualTo(boundaries.LastOrDefault()));
            boundaries.Add(breaker.End);
        }

        return boundaries;
    }

    private static string Escape(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));
}
