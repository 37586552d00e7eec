namespace Search.Corpus.Documents;

/// <summary>Ends the reading of one file with a reason; caught by <see cref="DocumentReader"/> alone.</summary>
internal sealed class ReadException : Exception
{
    /// <summary>A file that cannot be read.</summary>
    /// <param name="code">One of <see cref="ReasonCodes"/>.</param>
    /// <param name="message">One sentence for the listing.</param>
    /// <param name="inner">What was thrown below, if anything.</param>
    public ReadException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>One of <see cref="ReasonCodes"/>.</summary>
    public string Code { get; }
}
