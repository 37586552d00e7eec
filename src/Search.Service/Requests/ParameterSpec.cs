namespace Search.Service.Requests;

/// <summary>One parameter of a query string: what checks it and what documents it.</summary>
/// <param name="Name">Its name, compared exactly.</param>
/// <param name="Description">What it means, for the API's description.</param>
internal sealed record ParameterSpec(string Name, string Description)
{
    /// <summary>Whether it may be given more than once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The values allowed; empty where it is free text or a number.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Least and greatest value of a whole number; null for text.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>An example for the API's description.</summary>
    public string? Example { get; init; }
}
