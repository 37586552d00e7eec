using Search.Text.Folding;

namespace Search.Text.Tests.Folding;

internal sealed class WordFoldingTests
{
    [Test]
    public void Folding_twice_gives_what_folding_once_gives_for_every_code_point()
    {
        Assert.Multiple(() =>
        {
            for (int codePoint = 0; codePoint < 0x110000; codePoint++)
            {
                string text = codePoint is >= 0xD800 and < 0xE000
                    ? ((char)codePoint).ToString()
                    : char.ConvertFromUtf32(codePoint);
                string folded = WordFolding.Fold(text);
                if (WordFolding.Fold(folded) != folded)
                {
                    Assert.Fail($"U+{codePoint:X4}");
                }
            }
        });
    }

    [Test]
    public void Folding_twice_gives_what_folding_once_gives_for_random_texts()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, random.Next(20));
            string folded = WordFolding.Fold(text);
            Assert.That(
                WordFolding.Fold(folded), Is.EqualTo(folded), string.Join(' ', text.Select(c => $"{(int)c:X4}")));
        }
    }
}
