namespace Search.Passages;

/// <summary>A request that the caller has to change.</summary>
public sealed class PassageRequestException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code, such as <c>limit_out_of_range</c>.</param>
    /// <param name="param">The parameter that is wrong, by its name in the API.</param>
    /// <param name="message">One sentence: the value, and what is allowed.</param>
    /// <param name="position">Offset in code points of the parameter's value, where one place is wrong.</param>
    public PassageRequestException(string code, string param, string message, int? position = null)
        : base(message)
    {
        Code = code;
        Param = param;
        Position = position;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>The parameter that is wrong, by its name in the API.</summary>
    public string Param { get; }

    /// <summary>Offset in code points of the parameter's value; null where no one place is wrong.</summary>
    public int? Position { get; }
}
