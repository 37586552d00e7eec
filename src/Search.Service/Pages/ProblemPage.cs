using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>An error, for a reader.</summary>
internal static class ProblemPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(Problem problem, string traceId)
    {
        PageHead head = new(problem.Title, Catalogue.Empty) { Kind = "prose", IsUnlisted = true };
        return PageFrame.Write(head, html =>
        {
            html.Start("section", ("class", "problem")).Leaf("h1", problem.Title)
                .Leaf("p", problem.Detail, ("class", "stand"));
            if (problem.Hint is not null)
            {
                html.Leaf("p", problem.Hint);
            }

            if (problem.Code.Equals("index_not_ready", StringComparison.Ordinal))
            {
                html.Start("p").Leaf("a", "Try again", ("href", "")).Text(" · ")
                    .Leaf("a", "How far it is", ("href", "/status")).End("p");
            }
            else
            {
                html.Start("p").Leaf("a", "Start page", ("href", "/")).Text(" · ")
                    .Leaf("a", "How to search", ("href", "/help")).End("p");
            }

            html.Start("p", ("class", "note")).Leaf("code", problem.Code).Text(" · ").Leaf("code", traceId).End("p")
                .End("section");
        });
    }
}
