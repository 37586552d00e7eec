using System.Text;
using NUnit.Framework;
using Search.Service.Texts;

namespace Search.Service.Tests.Texts;

public sealed class CodePointsTests
{
    [Test]
    public void Overlapping_and_touching_stretches_become_one()
    {
        Assert.That(CodePoints.ToRanges("abcdefgh", [(4, 6), (0, 2), (2, 3), (5, 8)]),
            Is.EqualTo([new TextRange(0, 3), new TextRange(4, 8)]));
    }

    [Test]
    public void Stretches_beyond_the_text_are_cut_and_empty_ones_are_dropped()
    {
        Assert.That(CodePoints.ToRanges("abc", [(2, 9), (7, 9), (1, 1), (-3, 1)]), Is.EqualTo([new TextRange(2, 3)]));
    }

    [Test]
    public void Random_stretches_cover_the_code_points_they_name()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int i = 0; i < 1_000; i++)
        {
            Rune[] runes = [.. Enumerable.Range(0, random.Next(1, 30))
                .Select(_ => new Rune(random.Next(3) == 0 ? 0x1F600 : 'a' + random.Next(26)))];
            string text = string.Concat(runes.Select(rune => rune.ToString()));
            (int Start, int End)[] stretches =
                [.. Enumerable.Range(0, random.Next(4))
                    .Select(_ => (random.Next(runes.Length), random.Next(runes.Length + 1)))];

            StringBuilder expected = new();
            for (int at = 0; at < runes.Length; at++)
            {
                if (stretches.Any(one => at >= one.Start && at < one.End))
                {
                    expected.Append(runes[at]);
                }
            }

            string covered = string.Concat(
                CodePoints.ToRanges(text, stretches).Select(range => text[range.Start..range.End]));
            Assert.That(covered, Is.EqualTo(expected.ToString()));
        }
    }
}
