using NUnit.Framework;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Storage;

/// <summary>Files on disk and in memory behave alike.</summary>
[TestFixture]
internal sealed class StorageTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("search-storage-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(true)]
    [TestCase(false)]
    public void WhatIsWrittenIsRead(bool isDisk)
    {
        using IndexStorage storage = Open(isDisk);
        using (StorageFile file = storage.Create("a"))
        {
            file.Write("one"u8);
            file.Write("two"u8);
            file.Sync();
            Assert.That(file.Length, Is.EqualTo(6));
        }

        storage.Rename("a", "b");
        storage.SyncFolder();
        using MappedBytes bytes = storage.OpenMapped("b");
        Assert.That(bytes.Slice(2, 3).SequenceEqual("etw"u8), Is.True);
        Assert.That(() => bytes.Slice(4, 3).Length, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => bytes.Slice(-1, 1).Length, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(storage.List(), Is.EqualTo((string[])["b"]));
        Assert.That(storage.Exists("a"), Is.False);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void MappedBytesOutliveTheName(bool isDisk)
    {
        using IndexStorage storage = Open(isDisk);
        using (StorageFile file = storage.Create("a"))
        {
            file.Write("one"u8);
        }

        using MappedBytes bytes = storage.OpenMapped("a");
        storage.Delete("a");
        storage.Delete("a");
        Assert.That(bytes.Slice(0, 3).SequenceEqual("one"u8), Is.True);
        Assert.That(() => storage.OpenMapped("a"), Throws.InstanceOf<FileNotFoundException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public void TheLockLetsOneIn(bool isDisk)
    {
        using IndexStorage storage = Open(isDisk);
        using (storage.Lock())
        {
            Assert.That(() => storage.Lock(), Throws.InstanceOf<IOException>());
        }

        storage.Lock().Dispose();
    }

    [TestCase("a/b")]
    [TestCase("..")]
    [TestCase("")]
    public void AFileStaysInsideTheFolder(string name)
    {
        using IndexStorage storage = Open(isDisk: true);
        Assert.That(() => storage.Exists(name), Throws.ArgumentException);
    }

    [Test]
    public void AnEmptyFileIsMapped()
    {
        using IndexStorage storage = Open(isDisk: true);
        storage.Create("a").Dispose();
        using MappedBytes bytes = storage.OpenMapped("a");
        Assert.That(bytes.Length, Is.Zero);
    }

    private IndexStorage Open(bool isDisk) => isDisk ? DiskStorage.Open(_folder) : new MemoryStorage();
}
