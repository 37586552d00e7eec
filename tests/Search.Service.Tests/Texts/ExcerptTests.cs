using NUnit.Framework;
using Search.Service.Texts;

namespace Search.Service.Tests.Texts;

public sealed class ExcerptTests
{
    [Test]
    public void A_short_text_is_shown_whole()
    {
        Assert.That(Excerpt.Windows("a few words", [new TextRange(2, 5)]), Is.EqualTo([new TextRange(0, 11)]));
    }

    [Test]
    public void Windows_of_a_long_text_hold_its_first_mark_whole_and_cut_no_word()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int i = 0; i < 300; i++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 600).Select(_ => new string('x', random.Next(1, 12))));
            int start = random.Next(text.Length - 40);
            TextRange[] marks = [new TextRange(start, start + random.Next(1, 40))];
            List<TextRange> windows = Excerpt.Windows(text, marks);

            Assert.That(windows.Exists(one => one.Start <= marks[0].Start && one.End >= marks[0].End));
            Assert.That(windows.Sum(one => one.End - one.Start), Is.LessThan(Excerpt.WholeLength + 400));
            Assert.That(windows, Has.All.Matches<TextRange>(one =>
                (one.Start == 0 || text[one.Start - 1] == ' ') && (one.End == text.Length || text[one.End] == ' ')));
        }
    }

    [Test]
    public void A_long_text_without_marks_shows_its_beginning()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 500));
        Assert.That(Excerpt.Windows(text, []).Single().Start, Is.Zero);
    }
}
