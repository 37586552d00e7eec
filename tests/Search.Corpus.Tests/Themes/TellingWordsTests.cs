using NUnit.Framework;
using Search.Corpus.Themes.Training;

namespace Search.Corpus.Tests.Themes;

public sealed class TellingWordsTests
{
    private static readonly TrainingRow[] Rows =
    [
        new([0, 1, 3], [1, 1, 1]), new([0, 1, 2], [1, 1, 1]), new([0], [1]), new([0, 2], [1, 1]),
    ];

    private static readonly bool[] Labels = [true, true, false, false];

    [Test]
    public void A_word_of_one_side_is_larger_than_one_of_both()
    {
        double[] sizes = TellingWords.Sizes(Rows, Labels, words: 3, features: 4);

        Assert.Multiple(() =>
        {
            Assert.That(sizes[0], Is.EqualTo(0.3).Within(1e-9), "stands everywhere");
            Assert.That(sizes[2], Is.EqualTo(0.3).Within(1e-9), "as often on either side");
            Assert.That(sizes[1], Is.EqualTo(0.3 + (0.7 * Math.Log(5))).Within(1e-9), "2.5 of 3 against 0.5 of 3");
            Assert.That(sizes[3], Is.EqualTo(1), "no word");
        });
    }

    [Test]
    public void Words_of_which_nothing_is_known_keep_a_finite_size()
    {
        Assert.That(TellingWords.Sizes(Rows, [true, true, true, true], 3, 4), Has.All.InRange(0.3, 2.4));
        Assert.That(TellingWords.Sizes(Rows, [false, false, false, false], 3, 4), Has.All.InRange(0.3, 2.4));
    }

    [Test]
    public void Rows_are_resized_feature_by_feature()
    {
        TrainingRow[] resized = TellingWords.Resize([new([2, 0], [1, 0.5f], 7)], [4, 1, 3]);

        Assert.That(resized.Single().Values, Is.EqualTo([3f, 2f]));
        Assert.That(resized.Single().Offset, Is.EqualTo(7));
    }
}
