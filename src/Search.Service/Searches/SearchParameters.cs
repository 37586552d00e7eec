using Search.Passages.Search;
using Search.Service.Requests;
using Search.Service.Settings;

namespace Search.Service.Searches;

/// <summary>The parameters of a search: their specification, and the request they make.</summary>
internal static class SearchParameters
{
    /// <summary>Values of <c>sort</c>, with what each means.</summary>
    private static readonly Dictionary<string, PassageSort> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = PassageSort.Relevance,
        ["date"] = PassageSort.DateAscending,
        ["-date"] = PassageSort.DateDescending,
        ["document"] = PassageSort.Document,
    };

    /// <summary>What says how a query is read.</summary>
    public static IReadOnlyList<ParameterSpec> QuerySpecs { get; } =
    [
        new("q", "The query, in Lucene's syntax. A bare word is searched in all its inflections, a quoted phrase as "
            + "written; "
            + "words without an operator between them must all occur. Blank lists everything that the filters leave.")
        { Example = "\"technical assistance\" -theme:threats" },
        new("operator", "What joins words without an operator: and, unless told otherwise.") { Values = ["and", "or"] },
        new("strict", "Refuse a query that would have to be repaired, with the position.")
        { Values = ["true", "false"] },
        new("synonyms", "Whether bare words also find their other spellings and synonyms: as the settings say, unless "
            + "told otherwise.")
        { Values = ["true", "false"] },
    ];

    /// <summary>What narrows a search.</summary>
    public static IReadOnlyList<ParameterSpec> FilterSpecs { get; } =
    [
        .. FilterNames.All.Select(name => Filter(name, isExcluded: false)),
        .. FilterNames.All.Select(name => Filter(name, isExcluded: true)),
    ];

    /// <summary>What may be sent.</summary>
    public static IReadOnlyList<ParameterSpec> Specs(LimitSettings limits) =>
    [
        .. QuerySpecs,
        .. FilterSpecs,
        new("sort", "Order of the hits; a minus means descending, ties go by id.") { Values = [.. Sorts.Keys] },
        new("ranking", "What relevance goes by: BM25 alone (bm25), or besides how close the words stand, whether they "
            + "stand as written, and whether title and headings hold them, unless told otherwise.")
        { Values = PassageRankings.Names },
        new("limit", $"Most hits in one answer; {limits.DefaultHits} unless told otherwise.")
        { Range = (1, limits.MaxHits) },
        new("cursor", "Where to go on: `next` of the answer before, with the same parameters. Tied to its generation."),
        new("facet", "Values to count, of these names, parted by commas; each leaves out its own filter.")
        { IsRepeatable = true, Example = "theme,issuer" },
        new("facet_size", $"Most values of one facet; {limits.DefaultFacetValues} unless told otherwise.")
        { Range = (1, limits.MaxFacetValues) },
    ];

    /// <summary>Makes a request of checked parameters.</summary>
    /// <exception cref="Problems.ProblemException">A value is not allowed.</exception>
    public static PassageRequest Read(CheckedParameters sent, LimitSettings limits) =>
        ReadNarrowed(sent, limits) with
        {
            Sort = Sorts[sent.Text("sort") ?? "relevance"],
            Ranking = PassageRankings.Parse(sent.Text("ranking")),
            Limit = sent.Whole("limit", limits.DefaultHits),
            Cursor = sent.Text("cursor"),
            Facets = Facets(sent),
            FacetSize = sent.Whole("facet_size", limits.DefaultFacetValues),
        };

    /// <summary>Makes a request of the query and the filters alone.</summary>
    /// <exception cref="Problems.ProblemException">A value is not allowed, or there are too many filters.</exception>
    public static PassageRequest ReadNarrowed(CheckedParameters sent, LimitSettings limits)
    {
        List<PassageFilter> filters = Filters(sent);
        return filters.Count > limits.Filters
            ? throw CheckedParameters.Refuse(
                "too_many_filters", filters[limits.Filters].Name, $"There are {filters.Count} filters.",
                    $"At most {limits.Filters}.")
            : ReadQuery(sent) with { Filters = filters };
    }

    /// <summary>Makes a request of those parameters alone that say how a query is read.</summary>
    public static PassageRequest ReadQuery(CheckedParameters sent) => new()
    {
        Q = string.IsNullOrWhiteSpace(sent.Text("q")) ? null : sent.Text("q"),
        IsOr = string.Equals(sent.Text("operator"), "or", StringComparison.Ordinal),
        IsStrict = string.Equals(sent.Text("strict"), "true", StringComparison.Ordinal),
        UsesSynonyms = sent.Text("synonyms") switch { "true" => true, "false" => false, _ => null },
    };

    /// <summary>The value of <c>sort</c> that means an order.</summary>
    public static string NameOf(PassageSort sort) => Sorts.First(pair => pair.Value == sort).Key;

    private static List<PassageFilter> Filters(CheckedParameters sent)
    {
        List<PassageFilter> filters = [];
        foreach ((string name, string value) in sent.All)
        {
            bool isExcluded = name.StartsWith('-');
            string field = isExcluded ? name[1..] : name;
            if (!FilterNames.All.Contains(field, StringComparer.Ordinal))
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(value))
            {
                throw CheckedParameters.Refuse(
                    "bad_value", name, $"'{name}' is empty.", "Leave it out to filter by nothing.");
            }

            filters.Add(new PassageFilter(field, value, isExcluded));
        }

        return filters;
    }

    private static List<string> Facets(CheckedParameters sent)
    {
        List<string> facets = [];
        foreach (string part in sent.All
            .Where(pair => pair.Key.Equals("facet", StringComparison.Ordinal))
            .SelectMany(pair => pair.Value.Split(',')))
        {
            string name = part.Trim();
            if (!FilterNames.All.Contains(name, StringComparer.Ordinal))
            {
                throw CheckedParameters.Refuse(
                    "bad_value", "facet", $"'facet' names '{CheckedParameters.Shown(name)}'.",
                    $"Allowed: {string.Join(", ", FilterNames.All)}.");
            }

            if (!facets.Contains(name))
            {
                facets.Add(name);
            }
        }

        return facets;
    }

    private static ParameterSpec Filter(string name, bool isExcluded)
    {
        string meaning = name switch
        {
            "theme" => "a theme, by its id",
            "doc" => "a document, by its id",
            "issuer" => "who issued the document",
            "type" => "the type of the document",
            "lang" => "the language of the paragraph (BCP 47)",
            "kind" => "the kind of unit; paragraphs, items and footnotes unless told otherwise",
            _ => "the year of the document, or years: 2019..2024, 2019.., ..2018",
        };
        return new ParameterSpec(isExcluded ? "-" + name : name, isExcluded
            ? $"Leave out passages by {meaning}."
            : $"Keep only passages by {meaning}. Several of one name: any of them.")
        {
            IsRepeatable = true,
            Values = name == "kind" ? FilterNames.Kinds : [],
            Example = name switch { "theme" => "rights", "year" => "2019..2024", _ => null },
        };
    }
}
