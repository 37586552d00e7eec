using System.Globalization;

namespace Search.Queries.Parsing;

/// <summary>Collects what was mended; no more than a reader would look at.</summary>
internal sealed class RepairList(string input)
{
    private const int MaxListed = 50;
    private readonly List<(RepairKind Kind, int Start, int End)> _found = [];
    private bool _isFull;

    /// <summary>Notes a mistake at a half-open stretch of the input.</summary>
    internal void Add(RepairKind kind, int start, int end)
    {
        if (_found.Count < MaxListed)
        {
            _found.Add((kind, start, end));
        }
        else if (!_isFull)
        {
            _isFull = true;
            _found.Add((RepairKind.MoreRepairs, start, input.Length));
        }
    }

    /// <summary>The repairs in order of position.</summary>
    internal IReadOnlyList<QueryRepair> ToRepairs() =>
        [.. InOrder().Select(r => new QueryRepair(
            r.Kind.Code, r.Start, r.End - r.Start, $"{Problem(r)}; {r.Kind.Remedy}."))];

    /// <summary>The first mistake as an error, or null.</summary>
    internal QuerySyntaxError? ToError() =>
        InOrder().Select(r => new QuerySyntaxError(
            r.Kind.Code, r.Start, r.End - r.Start, Problem(r) + ".", r.Kind.Expected)).FirstOrDefault();

    private IEnumerable<(RepairKind Kind, int Start, int End)> InOrder() => _found.OrderBy(r => r.Start);

    private string Problem((RepairKind Kind, int Start, int End) r) => string.Format(
        CultureInfo.InvariantCulture, r.Kind.Problem, QueryCharacters.Excerpt(input, r.Start, r.End));
}
