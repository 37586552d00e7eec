using System.CommandLine;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary><c>search QUERY</c>: the passages that match.</summary>
internal static class SearchVerb
{
    private static readonly string[] FilterNames = ["theme", "doc", "issuer", "type", "lang", "kind", "year"];

    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var query = new Argument<string[]>("QUERY")
        {
            Description = "What to search; several words are one query. Put '--' before one that begins with '-'.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string[]>[] filters = [.. FilterNames.Select(name => new Option<string[]>("--" + name)
        {
            Description = name == "year"
                ? "Keep these years: 2019, 2019..2024, 2019..; repeatable."
                : $"Keep this {name}; repeatable.",
            HelpName = "VALUE",
        })];
        var not = new Option<string[]>("--not")
        {
            Description = "Leave these out; repeatable.",
            HelpName = "NAME=VALUE",
        };
        var sort = new Option<string>("--sort")
        {
            Description = "relevance, date, -date or document.",
            DefaultValueFactory = _ => "relevance",
        };
        var ranking = new Option<string>("--ranking")
        {
            Description = "default, or bm25 for BM25 alone.",
            DefaultValueFactory = _ => "default",
        };
        var limit = new Option<int>("--limit") { Description = "Most hits, 1 to 100.", DefaultValueFactory = _ => 20 };
        var cursor = new Option<string?>("--cursor") { Description = "Go on behind the answer that gave this." };
        var facets = new Option<string[]>("--facet")
        {
            Description = "Count the values of this field; repeatable, or several parted by commas.",
        };
        var reading = new ReadingOptions();
        var verb = new Command("search", "Search the passages.")
        {
            query, not, sort, ranking, limit, cursor, facets, shared.Corpus, shared.Index, shared.Json,
        };
        reading.AddTo(verb);
        LimitOptions limits = new();
        limits.AddTo(verb);
        foreach (Option<string[]> filter in filters)
        {
            verb.Add(filter);
        }

        verb.SetAction(parsed =>
        {
            PassageRequest request = reading.Request(parsed, parsed.GetValue(query)) with
            {
                Filters =
                [
                    .. filters.SelectMany(filter => (parsed.GetValue(filter) ?? [])
                        .Select(value => new PassageFilter(filter.Name[2..], value))),
                    .. (parsed.GetValue(not) ?? []).Select(Excluded),
                ],
                Sort = PassageSorts.Parse(parsed.GetValue(sort)),
                Ranking = PassageRankings.Parse(parsed.GetValue(ranking)),
                Limit = parsed.GetValue(limit),
                Cursor = parsed.GetValue(cursor),
                Facets = [.. (parsed.GetValue(facets) ?? []).SelectMany(
                    value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            };
            using PassageIndex index = PassageIndex.Open(limits.Apply(parsed, shared));
            PassageResponse response = index.Search(request);
            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, response);
            }
            else
            {
                new AnswerWriter(terminal).Write(response);
            }

            return response.Total == 0 ? ExitCodes.NothingFound : ExitCodes.Done;
        });
        return verb;
    }

    /// <summary>Whether an operator's name means OR.</summary>
    /// <exception cref="PassageRequestException">There is no operator of that name.</exception>
    public static bool Operator(string? value) => value?.ToLowerInvariant() switch
    {
        "or" => true,
        "and" => false,
        _ => throw new PassageRequestException(
            "bad_operator", "operator", $"'{value}' is no operator; allowed are and, or."),
    };

    private static PassageFilter Excluded(string filter)
    {
        int equals = filter.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new PassageFilter(filter[..equals], filter[(equals + 1)..], IsExcluded: true)
            : throw new PassageRequestException("bad_filter", "not", $"'{filter}' is not of the form NAME=VALUE.");
    }
}
