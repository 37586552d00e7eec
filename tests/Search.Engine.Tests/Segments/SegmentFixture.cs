using Search.Engine.Segments.Files;
using Search.Engine.Storage;

namespace Search.Engine.Tests.Segments;

/// <summary>Writes single sections to a segment file in memory and opens it.</summary>
internal static class SegmentFixture
{
    /// <summary>A segment file with what <paramref name="write"/> writes.</summary>
    public static SegmentFile Write(int docCount, Action<MemoryStorage, SegmentFileWriter> write)
    {
        using var storage = new MemoryStorage();
        using (var output = new SegmentFileWriter(storage.Create("s1.seg"), docCount))
        {
            write(storage, output);
            output.Finish();
        }

        return SegmentFile.Open(storage, "s1.seg");
    }
}
