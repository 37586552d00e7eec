namespace Search.Passages.Indexing.States;

/// <summary>
/// Length, time and hash of a file when it was last looked at. Length and time as before mean: the bytes are as before.
/// </summary>
/// <param name="Path">Path within the corpus folder.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Ticks">Time of the last change, in ticks of UTC.</param>
/// <param name="Hash">SHA-256 of its bytes in hex.</param>
internal sealed record FileStamp(string Path, long Length, long Ticks, string Hash);
