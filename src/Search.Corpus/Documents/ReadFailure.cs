namespace Search.Corpus.Documents;

/// <summary>Why a file could not be read.</summary>
/// <param name="Path">Path within the corpus folder, control characters escaped.</param>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Message">One sentence for the listing.</param>
public sealed record ReadFailure(string Path, string Code, string Message);
