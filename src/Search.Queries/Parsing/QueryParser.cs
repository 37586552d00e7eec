using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Reads query strings. The language is described in docs/QUERIES.md.</summary>
public static class QueryParser
{
    /// <summary>
    /// Reads a query; never throws, whatever the input. What cannot be read is mended, and the repairs say how.
    /// The time is linear in the length of the input.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ParsedQuery Parse(string input, QueryOptions options)
    {
        Query query = Read(input, options, out RepairList repairs);
        return new ParsedQuery(input, query, repairs.ToRepairs());
    }

    /// <summary>Reads a query and refuses it where anything would have to be mended.</summary>
    /// <param name="input">The query string.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="query">The query, as <see cref="Parse"/> gives it; mended where the result is false.</param>
    /// <param name="error">The first thing that is wrong, or null where the result is true.</param>
    /// <returns>Whether the input is well-formed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool TryParseStrict(
        string input, QueryOptions options, out ParsedQuery query, out QuerySyntaxError? error)
    {
        Query tree = Read(input, options, out RepairList repairs);
        query = new ParsedQuery(input, tree, repairs.ToRepairs());
        error = repairs.ToError();
        return error is null;
    }

    private static Query Read(string input, QueryOptions options, out RepairList repairs)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        var text = new QueryInput(input, options.MaxLength);
        repairs = text.Repairs;
        return new TreeParser(text, options).Parse();
    }
}
