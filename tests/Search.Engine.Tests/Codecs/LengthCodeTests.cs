using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>The one-byte length code is Lucene's.</summary>
[TestFixture]
internal sealed class LengthCodeTests
{
    // Values of Lucene's SmallFloat.intToByte4, worked out by hand from its definition.
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(39, 39)]
    [TestCase(40, 40)]
    [TestCase(41, 40)]
    [TestCase(42, 41)]
    [TestCase(100, 57)]
    [TestCase(int.MaxValue, 255)]
    public void EncodesAsLuceneDoes(int length, int code) => Assert.That(LengthCode.Encode(length), Is.EqualTo(code));

    [Test]
    public void EveryCodeOfALengthDecodesToItsSmallestLength()
    {
        int last = -1;
        for (int length = 0; length < 100_000; length++)
        {
            byte code = LengthCode.Encode(length);
            Assert.That(code, Is.GreaterThanOrEqualTo(last));
            if (code != last)
            {
                Assert.That(LengthCode.Decode(code), Is.EqualTo(length));
            }

            last = code;
        }
    }
}
