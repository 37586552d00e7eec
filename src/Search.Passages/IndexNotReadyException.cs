namespace Search.Passages;

/// <summary>There is no generation yet: the first index is still to be built.</summary>
public sealed class IndexNotReadyException(string message) : InvalidOperationException(message);
