namespace Search.Bench.Inputs;

/// <summary>A passage as it is read.</summary>
/// <param name="Text">UTF-8, on one line.</param>
/// <param name="Document">Name of its document; empty where it has none.</param>
/// <param name="Title">Title of its document, on one line.</param>
/// <param name="Year">Its year; 0 where it has none.</param>
internal sealed record Passage(byte[] Text, string Document, string Title, int Year);
