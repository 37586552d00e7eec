namespace Search.Engine.Indexing;

/// <summary>What a commit says of itself.</summary>
/// <param name="Generation">1 for the first commit of an index, then one more each time.</param>
/// <param name="DocCount">Documents that are not deleted.</param>
/// <param name="UserData">What the caller of the commit gave, key by key.</param>
public sealed record CommitInfo(long Generation, long DocCount, IReadOnlyDictionary<string, string> UserData);
