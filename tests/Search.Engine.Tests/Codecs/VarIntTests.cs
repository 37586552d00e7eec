using NUnit.Framework;
using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

/// <summary>Numbers of variable length, and the checksum.</summary>
[TestFixture]
internal sealed class VarIntTests
{
    [TestCase(0UL, 1)]
    [TestCase(127UL, 1)]
    [TestCase(128UL, 2)]
    [TestCase(ulong.MaxValue, 10)]
    public void ANumberComesBack(ulong value, int length)
    {
        byte[] bytes = new byte[VarInt.MaxByteCount];
        Assert.That(VarInt.Write(bytes, value), Is.EqualTo(length));
        int at = 0;
        Assert.That(VarInt.Read(bytes, ref at), Is.EqualTo(value));
        Assert.That(at, Is.EqualTo(length));
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(12)]
    public void ANumberWithoutAnEndIsRefused(int length)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0xFF, length)];
        int at = 0;
        Assert.That(() => VarInt.Read(bytes, ref at), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void TheChecksumIsTheOneOfTheStandard()
    {
        // RFC 3720, B.4: 32 bytes of zeros, 32 of ones, and the digits as published for CRC-32C.
        Assert.That(Checksum.Of(new byte[32]), Is.EqualTo(0x8A9136AAu));
        Assert.That(Checksum.Of([.. Enumerable.Repeat((byte)0xFF, 32)]), Is.EqualTo(0x62A8AB43u));
        Assert.That(Checksum.Of("123456789"u8), Is.EqualTo(0xE3069283u));
    }
}
