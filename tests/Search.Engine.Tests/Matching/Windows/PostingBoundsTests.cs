using System.Runtime.Intrinsics;
using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.Matching.Windows;

namespace Search.Engine.Tests.Matching.Windows;

/// <summary>Numbers are looked up by every kernel alike, and added where their documents stand.</summary>
[TestFixture]
internal sealed class PostingBoundsTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void Numbers_are_those_of_the_row(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            byte[] row = new byte[16];
            random.NextBytes(row);
            int most = round % 2 == 0 ? 15 : 255;
            byte[] lessOne = [.. Enumerable.Range(0, 64 * random.Next(1, 5)).Select(_ => (byte)random.Next(most + 1))];
            byte[] numbers = new byte[lessOne.Length];

            bool isBeyond = PostingBounds.Look((Kernel)kernel, lessOne, Vector128.Create(row), numbers);

            Assert.That(isBeyond, Is.EqualTo(lessOne.Any(value => value > 15)));
            Assert.That(numbers, Is.EqualTo(lessOne.Select(value => row[Math.Min((int)value, 15)])));
        }
    }

    [Test]
    public void Sums_grow_by_what_is_added_and_marks_stay()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 50; round++)
        {
            int start = random.Next(100) * TermBounds.Size;
            byte[] window = new byte[TermBounds.Size];
            byte[] expected = new byte[TermBounds.Size];
            for (int term = 0; term < 3; term++)
            {
                int[] docs = [.. Enumerable.Range(start, TermBounds.Size).Where(_ => random.Next(200) == 0)];
                byte[] lessOne = [.. docs.Select(_ => (byte)random.Next(20))];
                byte[] numbers = [.. docs.Select(_ => (byte)random.Next(1, 21))];
                PostingBounds.Add(docs, numbers, window);
                PostingBounds.Add(docs, 2, window);
                PostingBounds.Mark(docs, lessOne, window);
                for (int i = 0; i < docs.Length; i++)
                {
                    int mark = expected[docs[i] - start] & BoundScale.Always;
                    mark |= lessOne[i] >= 16 ? BoundScale.Always : 0;
                    int sum = (expected[docs[i] - start] & BoundScale.MaxSum) + numbers[i] + 2;
                    expected[docs[i] - start] = (byte)(mark | sum);
                }
            }

            Assert.That(window, Is.EqualTo(expected));
        }
    }
}
