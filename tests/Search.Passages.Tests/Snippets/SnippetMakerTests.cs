using NUnit.Framework;
using Search.Passages.Snippets;

namespace Search.Passages.Tests.Snippets;

/// <summary>What a snippet keeps: whole matches, and the bounds of sentences.</summary>
internal sealed class SnippetMakerTests
{
    [Test]
    public void A_short_text_is_shown_whole()
    {
        const string Text = "A few words. And more.";

        Assert.That(Shown(Text, "words"), Is.EqualTo((string[])[Text]));
        Assert.That(SnippetMaker.Make("", []), Is.EqualTo((TextStretch[])[new(0, 0)]));
    }

    [Test]
    public void The_sentences_with_the_most_matches_come_first_and_stand_in_order()
    {
        string filler = string.Join(' ', Enumerable.Repeat("Nothing is said here of it.", 25));
        string text = $"{filler} One match. {filler} A match, a match! {filler}";

        Assert.That(Shown(text, "match"), Has.Length.EqualTo(2));
        Assert.That(Shown(text, "match")[0], Does.StartWith("One match. Nothing").And.EndWith("it."));
        Assert.That(Shown(text, "match")[1], Is.EqualTo("A match, a match!"));
    }

    [Test]
    public void A_match_over_the_end_of_a_sentence_takes_both()
    {
        string filler = string.Join(' ', Enumerable.Repeat("Nothing is said here of it.", 60));
        string text = $"{filler} The first ends. Here begins another. {filler}";

        Assert.That(Shown(text, "ends. Here")[0], Does.StartWith("The first ends. Here begins another."));
    }

    [Test]
    public void Abbreviations_end_no_sentence()
    {
        string filler = string.Join(' ', Enumerable.Repeat("Nothing is said here of it.", 60));

        Assert.That(Shown($"{filler} See Art. 5 of it. {filler}", "5")[0], Does.StartWith("See Art. 5 of it."));
    }

    [Test]
    public void Without_a_match_a_long_text_shows_its_beginning()
    {
        string text = string.Join(' ', Enumerable.Repeat("Nothing is said here of it.", 90));

        TextStretch only = SnippetMaker.Make(text, []).Single();

        Assert.That(only.Start, Is.Zero);
        Assert.That(only.Length, Is.InRange(500, 600));
        Assert.That(text[only.End - 1], Is.EqualTo('.'));
    }

    [Test]
    public void A_sentence_without_end_is_parted_at_blanks_and_semicolons()
    {
        string text = string.Join(' ', Enumerable.Repeat("recalling its resolution; noting that", 80));

        TextStretch only = SnippetMaker.Make(text, [new TextStretch(1_500, 1_504)]).Single();

        Assert.That(only.Start, Is.LessThanOrEqualTo(1_500));
        Assert.That(only.End, Is.GreaterThanOrEqualTo(1_504));
        Assert.That(text[only.Start - 2], Is.EqualTo(';'));
        Assert.That(only.Length, Is.LessThan(SnippetMaker.WholeLength));
    }

    [Test]
    public void No_match_is_cut_and_sentences_are_whole()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 400; round++)
        {
            string[] sentences =
                [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Sentence(random, random.Next(1, 40)))];
            string text = string.Join(' ', sentences);
            TextStretch[] marks =
                [.. Enumerable.Range(0, random.Next(6)).Select(_ => Mark(random, text)).OrderBy(mark => mark.Start)];
            IReadOnlyList<TextStretch> shown = SnippetMaker.Make(text, marks);

            int[] starts = [.. sentences.Select((_, i) => sentences[..i].Sum(one => one.Length + 1))];
            Assert.That(shown.Select(one => one.Start), Is.SubsetOf(starts), text);
            IEnumerable<int> ends = starts.Select((start, i) => start + sentences[i].Length);
            Assert.That(shown.Select(one => one.End), Is.SubsetOf(ends), text);
            Assert.That(shown.Select(one => one.Start), Is.Ordered);
            Assert.That(marks, Has.All.Matches<TextStretch>(mark => shown.All(one =>
                mark.End <= one.Start || mark.Start >= one.End || (mark.Start >= one.Start && mark.End <= one.End))));
            Assert.That(marks.Length == 0 || marks.Any(mark => shown.Any(one =>
                mark.Start >= one.Start && mark.End <= one.End)), "none is shown");
            Assert.That(shown.Count == 1 || shown.Sum(one => one.Length) <= SnippetMaker.MostLength);
        }
    }

    private static string Sentence(Random random, int words) =>
        "A" + string.Concat(Enumerable.Range(0, words).Select(_ => " " + new string('x', random.Next(1, 12)))) + ".";

    private static TextStretch Mark(Random random, string text)
    {
        int start = random.Next(text.Length);
        while (text[start] == ' ')
        {
            start--;
        }

        int end = Math.Min(text.Length, start + random.Next(1, 60));
        while (text[end - 1] == ' ')
        {
            end--;
        }

        return new TextStretch(start, end);
    }

    private static string[] Shown(string text, string match)
    {
        List<TextStretch> marks = [];
        for (int at = text.IndexOf(match, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(match, at + 1, StringComparison.Ordinal))
        {
            marks.Add(new TextStretch(at, at + match.Length));
        }

        return [.. SnippetMaker.Make(text, marks).Select(one => text[one.Start..one.End])];
    }
}
