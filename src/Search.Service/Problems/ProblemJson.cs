using System.Text.Json.Serialization;

namespace Search.Service.Problems;

/// <summary>Problem details (RFC 9457).</summary>
internal sealed record ProblemJson
{
    /// <summary>Where the code is explained.</summary>
    public required string Type { get; init; }

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>One sentence: the value, and what is allowed.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable code, never reworded.</summary>
    public required string Code { get; init; }

    /// <summary>Parameter that is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Param { get; init; }

    /// <summary>Where in the parameter's value, in code points.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>What to do about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hint { get; init; }

    /// <summary>Names this request in the server's log.</summary>
    public required string TraceId { get; init; }

    /// <summary>Makes the details of a problem.</summary>
    public static ProblemJson Of(Problem problem, string traceId) => new()
    {
        Type = "/help#" + problem.Code,
        Title = problem.Title,
        Status = problem.Status,
        Detail = problem.Detail,
        Code = problem.Code,
        Param = problem.Param,
        Position = problem.Position,
        Hint = problem.Hint,
        TraceId = traceId,
    };
}
