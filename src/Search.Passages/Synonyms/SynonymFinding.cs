namespace Search.Passages.Synonyms;

/// <summary>What a clause of a query also finds.</summary>
/// <param name="Clause">The clause as written.</param>
/// <param name="Kind"><c>spelling</c> for a rule of spelling, <c>synonym</c> for the file of synonyms.</param>
/// <param name="Terms">The words and phrases, each once.</param>
internal sealed record SynonymFinding(string Clause, string Kind, IReadOnlyList<string> Terms)
{
    /// <summary>
    /// What a sentence names: the respelt word stands for its inflections, as the one that was written does.
    /// </summary>
    public IEnumerable<string> Shown => Kind == "spelling" ? Terms.Take(1) : Terms;
}
