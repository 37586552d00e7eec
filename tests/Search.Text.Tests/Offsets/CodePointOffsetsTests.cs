using System.Text;
using Search.Text.Offsets;

namespace Search.Text.Tests.Offsets;

internal sealed class CodePointOffsetsTests
{
    [Test]
    public void Offsets_agree_with_counting_runes_in_random_texts()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int round = 0; round < 2_000; round++)
        {
            string text = RandomText.Next(random, random.Next(30));
            List<int> starts = [];
            int unit = 0;
            foreach (Rune rune in text.EnumerateRunes())
            {
                starts.Add(unit);
                unit += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
            }

            starts.Add(text.Length);
            int[] offsets = [.. starts];
            CodePointOffsets.FromUtf16(text, offsets);
            Assert.That(offsets, Is.EqualTo(Enumerable.Range(0, starts.Count)));
            Assert.That(CodePointOffsets.Count(text), Is.EqualTo(starts.Count - 1));
            for (int i = 0; i < starts.Count; i++)
            {
                Assert.That(CodePointOffsets.FromUtf16(text, starts[i]), Is.EqualTo(i));
                Assert.That(CodePointOffsets.ToUtf16(text, i), Is.EqualTo(starts[i]));
            }
        }
    }

    [Test]
    public void Offsets_outside_the_text_or_out_of_order_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => CodePointOffsets.FromUtf16("ab", 3));
            Assert.Throws<ArgumentOutOfRangeException>(() => CodePointOffsets.FromUtf16("ab", -1));
            Assert.Throws<ArgumentOutOfRangeException>(() => CodePointOffsets.ToUtf16("ab", 3));
            Assert.Throws<ArgumentOutOfRangeException>(() => CodePointOffsets.FromUtf16("ab", [2, 1]));
        });
    }
}
