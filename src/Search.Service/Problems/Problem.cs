namespace Search.Service.Problems;

/// <summary>Why a request is not answered; becomes problem details (RFC 9457) or an error page.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, never reworded.</param>
/// <param name="Detail">One sentence: the value, and what is allowed.</param>
internal sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>Parameter that is wrong.</summary>
    public string? Param { get; init; }

    /// <summary>Where in the parameter's value, in code points.</summary>
    public int? Position { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Hint { get; init; }

    /// <summary>Seconds after which another try makes sense.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The status in words.</summary>
    public string Title => Status switch
    {
        400 => "The request is not understood",
        404 => "Not found",
        405 => "Method not allowed",
        406 => "Not available in that format",
        410 => "No longer available",
        414 => "The address is too long",
        503 => "Not ready",
        >= 500 => "The server failed",
        _ => "The request is refused",
    };
}
