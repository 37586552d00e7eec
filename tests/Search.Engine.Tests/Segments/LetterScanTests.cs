using NUnit.Framework;
using Search.Engine.Codecs;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Segments;

/// <summary>Every kernel passes the letters that a count of bits passes.</summary>
[TestFixture]
internal sealed class LetterScanTests
{
    private static readonly Kernel[] Supported = [.. Enum.GetValues<Kernel>().Where(Kernels.IsSupported)];

    [TestCaseSource(nameof(Supported))]
    public void A_kernel_finds_the_runs_that_hold_what_passes(object kernel)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            uint[] letters = [.. Enumerable.Range(0, random.Next(400)).Select(_ => Letters(random))];
            uint some = Letters(random);
            LetterFilter filter = random.Next(4) switch
            {
                0 => LetterFilter.Holding(some & Letters(random)),
                1 => LetterFilter.Holding(some, random.Next(6)),
                _ => LetterFilter.Within(some, random.Next(3)),
            };
            List<int> found = [];
            for (int run = 0; run < letters.Length; run += LetterScan.RunLength)
            {
                run = LetterScan.Find((Kernel)kernel, letters, run, filter, out ulong passed);
                Assert.That(passed == 0, Is.EqualTo(run >= letters.Length));
                found.AddRange(Enumerable.Range(0, 64).Where(i => (passed >> i & 1) != 0).Select(i => run + i));
            }

            int[] expected = [.. Enumerable.Range(0, letters.Length).Where(i => Passes(letters[i], filter))];
            Assert.That(found, Is.EqualTo(expected));
        }
    }

    private static bool Passes(uint letters, LetterFilter filter)
    {
        int missing = 0;
        int extra = 0;
        for (int bit = 0; bit < 32; bit++)
        {
            bool isHeld = (letters >> bit & 1) != 0;
            missing += !isHeld && (filter.Needed >> bit & 1) != 0 ? 1 : 0;
            extra += isHeld && (filter.Allowed >> bit & 1) == 0 ? 1 : 0;
        }

        return missing <= filter.MaxMissing && extra <= filter.MaxExtra;
    }

    /// <summary>Few bits, so that some pass.</summary>
    private static uint Letters(Random random)
    {
        uint letters = 0;
        for (int i = random.Next(7); i > 0; i--)
        {
            letters |= 1u << random.Next(random.Next(2) == 0 ? 6 : 32);
        }

        return letters;
    }
}
