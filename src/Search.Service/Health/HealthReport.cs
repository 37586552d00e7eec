namespace Search.Service.Health;

/// <summary>What a probe is told.</summary>
/// <param name="Status"><c>ok</c> or <c>ready</c>.</param>
/// <param name="Generation">The generation that answers; null before the first.</param>
internal sealed record HealthReport(string Status, long? Generation);
