namespace Search.Engine.Segments.Files;

/// <summary>
/// Numbers that every segment file agrees on; <c>docs/FORMAT.md</c> has the bytes. All numbers are little-endian.
/// </summary>
internal static class SegmentFormat
{
    /// <summary>First and last eight bytes of a segment: "SRCHSEG" and a line feed.</summary>
    public const ulong Magic = 0x0A_47_45_53_48_43_52_53;

    /// <summary>Raised with every change of the bytes; readers take this one alone.</summary>
    public const uint Version = 3;

    /// <summary>Bytes that one checksum covers.</summary>
    public const int PageSize = 1 << 16;

    /// <summary>Magic, version, doc count.</summary>
    public const int HeaderLength = 16;

    /// <summary>Kind, number, reserved, offset, length.</summary>
    public const int DirectoryEntryLength = 24;

    /// <summary>Directory offset, checked length, section count, page count, version, checksum, magic.</summary>
    public const int FooterLength = 40;

    /// <summary>Sections begin at multiples of this, so that arrays of words lie straight.</summary>
    public const int SectionAlignment = 8;
}
