namespace Search.Engine.Searching.Collecting;

/// <summary>The address of a document as one number: addresses and numbers have one order.</summary>
internal static class HitPlace
{
    /// <summary>The number of the first document of a segment; doc ids are added.</summary>
    public static long OfSegment(int segment) => (long)segment << 32;

    /// <summary>The address of a number.</summary>
    public static DocAddress Address(long place) => new((int)(place >> 32), (int)(place & uint.MaxValue));
}
