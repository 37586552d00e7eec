using Search.Passages.Schemas;
using Search.Queries.Parsing;
using Search.Queries.Trees;
using Search.Text.Offsets;

namespace Search.Passages.Search;

/// <summary>Reads query strings.</summary>
internal static class PassageQueryReader
{
    /// <summary>Reads the query of a request; a blank one lists everything.</summary>
    /// <exception cref="PassageRequestException">It needs a repair, and the request is strict.</exception>
    public static PassageQuery Read(PassageRequest request, PassageIndexOptions options)
    {
        string input = request.Q ?? "";
        var settings = new QueryOptions
        {
            DefaultOccur = request.IsOr ? Occur.Should : Occur.Must,
            Fields = PassageFields.Queryable,
            KeywordFields = PassageFields.Whole,
            MaxLength = options.MaxQueryLength,
            MaxClauses = options.MaxQueryClauses,
        };
        if (string.IsNullOrWhiteSpace(input))
        {
            var all = new MatchAllQuery();
            return new PassageQuery(new ParsedQuery(input, all, []), settings, all, [], NamesKind: false);
        }

        ParsedQuery parsed = Parse(input, request.IsStrict, settings);
        var rewriter = new FieldRewriter(input);
        Query query = rewriter.Rewrite(parsed.Query);
        if (request.IsStrict && rewriter.Repairs.Count > 0)
        {
            throw Refused(input, rewriter.Repairs[0].Code, rewriter.Repairs[0].Position, rewriter.Repairs[0].Message);
        }

        return new PassageQuery(
            parsed,
            settings,
            query,
            [.. parsed.Repairs.Concat(rewriter.Repairs).OrderBy(repair => repair.Position)],
            rewriter.NamesKind);
    }

    private static ParsedQuery Parse(string input, bool isStrict, QueryOptions settings)
    {
        if (!isStrict)
        {
            return QueryParser.Parse(input, settings);
        }

        return QueryParser.TryParseStrict(input, settings, out ParsedQuery parsed, out QuerySyntaxError? error)
            ? parsed
            : throw Refused(
                input, error!.Code, error.Position, $"{error.Message} Expected: {error.Expected}."); // false has one
    }

    private static PassageRequestException Refused(string input, string code, int position, string message) =>
        new(
            "query_syntax",
            "q",
            $"{code}: {message}",
            CodePointOffsets.FromUtf16(input, Math.Min(position, input.Length)));
}

/// <summary>A query string as it was read.</summary>
/// <param name="Parsed">What the parser made of it.</param>
/// <param name="Options">How it was read.</param>
/// <param name="Query">The tree to be run: fields in their own names, values folded, dates as ranges.</param>
/// <param name="Repairs">What was mended, by the parser and in the values of fields, by position.</param>
/// <param name="NamesKind">Whether a clause asks for kinds, so that all of them are searched.</param>
internal sealed record PassageQuery(
    ParsedQuery Parsed, QueryOptions Options, Query Query, IReadOnlyList<QueryRepair> Repairs, bool NamesKind);
