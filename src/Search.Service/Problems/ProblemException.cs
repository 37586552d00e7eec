namespace Search.Service.Problems;

/// <summary>Carries a problem to the edge, where it is written.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>The problem.</summary>
    public Problem Problem { get; } = problem;
}
