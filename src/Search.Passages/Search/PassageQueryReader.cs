using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Passages.Search;

/// <summary>A query string as it was read.</summary>
/// <param name="Parsed">What the parser made of it.</param>
/// <param name="Query">The tree to be run: fields in their own names, values folded, dates as ranges.</param>
/// <param name="Repairs">What was mended, by the parser and in the values of fields.</param>
/// <param name="NamesKind">Whether a clause asks for kinds, so that all of them are searched.</param>
internal sealed record PassageQuery(
    ParsedQuery Parsed, Query Query, IReadOnlyList<QueryRepair> Repairs, bool NamesKind);
